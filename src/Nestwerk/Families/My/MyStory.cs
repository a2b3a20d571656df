using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.My;

/// <summary>A paragraph of her story, opened, with the yeses that let others read it.</summary>
public sealed record MyParagraph(Guid Id, string Text, IReadOnlyList<Consent> Readers);

/// <summary>Her story as she writes it herself: in paragraphs, and for each she chooses who reads it. A worker does the same with her elsewhere.</summary>
public sealed class MyStory(
    MyDesk desk,
    FamilyScope families,
    Consents consents,
    MyChoices choices,
    NestwerkDb db,
    AuditTrail audit,
    HouseClock clock
)
{
    public const int MostText = 4000;
    const string TextVersion = "my-story-1";

    public async Task<IReadOnlyList<MyParagraph>> ListAsync(CancellationToken cancel)
    {
        var (seal, facts) = (await desk.SealAsync(cancel), await desk.FactsAsync(cancel));
        return
        [
            .. (await Rows(Act.Read).ToListAsync(cancel)).Select(row => new MyParagraph(
                row.Id,
                row.TextIn(seal),
                [.. facts.Consents.Where(each => each.PartId == row.Id && Circle.Holds(each, clock.Utc))]
            )),
        ];
    }

    /// <summary>Those beside her who could read a paragraph once she says so.</summary>
    public async Task<IReadOnlyList<Party>> PossibleReadersAsync(CancellationToken cancel) =>
        [
            .. MySide
                .Of(await desk.FactsAsync(cancel), desk.Me, clock.Utc)
                .Parties.Where(party => (party.ByRelation & DataClasses.Care) != DataClasses.None),
        ];

    public async Task AddAsync(string text, CancellationToken cancel)
    {
        var last = await Rows(Act.Read).Select(each => (int?)each.Position).MaxAsync(cancel) ?? 0;
        audit.WroteOf(desk.Me.FamilyId, "story.told", await WriteAsync(text, last + 1, cancel), DataClasses.Care);
    }

    /// <summary>She tells it anew: the old words are shown to nobody any more, and who could read them reads the new ones.</summary>
    public async Task<bool> ChangeAsync(Guid id, string text, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } old)
            return false;
        if (old.TextIn(await desk.SealAsync(cancel)) == text)
            return true;
        var circle = await desk.CircleAsync(cancel);
        var anew = await WriteAsync(text, old.Position, cancel);
        foreach (var yes in circle.Facts.Consents.Where(each => each.PartId == id && Circle.Holds(each, clock.Utc)).ToList())
        {
            Give(circle, yes.Recipient, yes.RecipientId, anew, new(yes.GivenBy, yes.Evidence, yes.Language, yes.TextVersion));
            consents.Withdraw(yes);
        }
        old.End(clock.Utc);
        audit.WroteOf(desk.Me.FamilyId, "story.rewritten", anew, DataClasses.Care);
        return true;
    }

    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } old)
            return false;
        foreach (var yes in (await desk.FactsAsync(cancel)).Consents.Where(each => each.PartId == id).ToList())
            await choices.StopAsync(yes.Id, cancel);
        old.End(clock.Utc);
        audit.WroteOf(desk.Me.FamilyId, "story.taken-out", id, DataClasses.Care);
        return true;
    }

    /// <summary>Somebody beside her may read this one.</summary>
    public async Task<bool> LetReadAsync(Guid id, Guid reader, string language, CancellationToken cancel)
    {
        var party = (await PossibleReadersAsync(cancel)).FirstOrDefault(each => each.Id == reader);
        if (party is null || await FindAsync(id, cancel) is null)
            return false;
        var said = new Saying(desk.Me.MemberId, Evidence.OnHerPhone, language, TextVersion);
        Give(await desk.CircleAsync(cancel), party.Kind, reader, id, said);
        return true;
    }

    void Give(Circle circle, Holder kind, Guid reader, Guid part, Saying said) =>
        consents.Give(circle, new(desk.Me.MemberId, Purpose.CoordinateTrajectory, kind, reader, PartId: part), said, [DataClass.Care]);

    async Task<Guid> WriteAsync(string text, int position, CancellationToken cancel)
    {
        var (me, id) = (desk.Me, Ids.New());
        var row = new StoryParagraph
        {
            FamilyId = me.FamilyId,
            Id = id,
            SubjectId = me.MemberId,
            ToldBy = me.MemberId,
            WrittenBy = null,
            At = clock.Utc,
            Position = position,
        };
        row.Say(text, await desk.SealAsync(cancel));
        db.Add(row);
        return id;
    }

    Task<StoryParagraph?> FindAsync(Guid id, CancellationToken cancel) =>
        Rows(Act.Write).SingleOrDefaultAsync(each => each.Id == id, cancel);

    IQueryable<StoryParagraph> Rows(Act act)
    {
        var me = desk.Me.MemberId;
        return families
            .Of<StoryParagraph>(desk.Actor, act, MyDesk.Why)
            .Where(each => each.ToldBy == me && each.EndedAt == null)
            .OrderBy(each => each.Position);
    }
}
