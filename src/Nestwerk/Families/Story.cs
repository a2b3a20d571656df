using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>How a yes about a paragraph was said.</summary>
/// <param name="By">The parent who said it.</param>
public sealed record Told(Guid By, Evidence How, string Language);

/// <summary>
/// Her story: told once, in paragraphs, and for each she chooses who may read it. It is written by a worker with her, or by herself
/// on her own page; both do the same and leave the same trail.
/// </summary>
public sealed class Story(NestwerkDb db, FamilyScope scope, Actor actor, AuditTrail audit, HouseClock clock)
{
    /// <summary>The version of the words with which a reader is asked.</summary>
    public const string TextVersion = "story-1";
    public const int MostText = 4000;

    /// <summary>Her paragraphs that the one who asks may read or change, in order.</summary>
    public async Task<IReadOnlyList<StoryParagraph>> OfAsync(Guid family, Act act, CancellationToken cancel) =>
        await scope
            .Of<StoryParagraph>(actor, act, Purpose.CoordinateTrajectory)
            .Where(each => each.FamilyId == family && each.EndedAt == null)
            .OrderBy(each => each.Position)
            .ThenBy(each => each.At)
            .ToListAsync(cancel);

    public async Task<StoryParagraph?> FindAsync(Guid family, Guid id, Act act, CancellationToken cancel) =>
        (await OfAsync(family, act, cancel)).FirstOrDefault(each => each.Id == id);

    /// <returns>Null when the one who writes may not.</returns>
    public async Task<StoryParagraph?> AddAsync(FamilyMember teller, string text, FamilySeal seal, CancellationToken cancel)
    {
        var last = (await OfAsync(teller.FamilyId, Act.Read, cancel)) is [.., var newest] ? newest.Position : 0;
        var paragraph = New(teller.FamilyId, teller.Id, last + 1);
        paragraph.Say(text, seal);
        if (!await scope.AddAsync(actor, Purpose.CoordinateTrajectory, paragraph, cancel))
            return null;
        audit.WroteOf(paragraph.FamilyId, "story.told", paragraph.Id, DataClasses.Care);
        return paragraph;
    }

    /// <summary>She tells it anew: the old words are shown to nobody any more, and who could read them may read the new ones.</summary>
    public async Task<StoryParagraph?> RewriteAsync(StoryParagraph old, string text, FamilySeal seal, CancellationToken cancel)
    {
        if (old.TextIn(seal) == text)
            return old;
        var anew = New(old.FamilyId, old.ToldBy ?? old.SubjectId!.Value, old.Position);
        anew.Say(text, seal);
        if (!await scope.AddAsync(actor, Purpose.CoordinateTrajectory, anew, cancel))
            return null;
        await CarryReadersAsync(old, anew, cancel);
        old.End(clock.Utc);
        audit.WroteOf(old.FamilyId, "story.rewritten", anew.Id, DataClasses.Care);
        return anew;
    }

    public async Task TakeOutAsync(StoryParagraph paragraph, CancellationToken cancel)
    {
        foreach (var yes in await StandingAsync(paragraph, cancel))
            yes.Withdraw(actor.PersonId, clock.Utc);
        paragraph.End(clock.Utc);
        audit.WroteOf(paragraph.FamilyId, "story.taken-out", paragraph.Id, DataClasses.Care);
    }

    /// <summary>Who may read each of these by her yes.</summary>
    public async Task<ILookup<Guid, Guid>> ReadersAsync(Guid family, CancellationToken cancel)
    {
        var now = clock.Utc;
        var rows = await db.Set<Consent>()
            .Where(each => each.FamilyId == family && each.PartId != null)
            .Where(each => each.From <= now && (each.Until == null || now < each.Until))
            .Select(each => new { Part = each.PartId!.Value, each.RecipientId })
            .ToListAsync(cancel);
        return rows.ToLookup(row => row.Part, row => row.RecipientId);
    }

    /// <summary>From here on these people may read the paragraph, and nobody else by her yes.</summary>
    public async Task ChooseReadersAsync(StoryParagraph paragraph, IReadOnlyCollection<Guid> readers, Told told, CancellationToken cancel)
    {
        var standing = await StandingAsync(paragraph, cancel);
        foreach (var yes in standing.Where(yes => !readers.Contains(yes.RecipientId)))
        {
            yes.Withdraw(actor.PersonId, clock.Utc);
            audit.WroteOf(paragraph.FamilyId, "story.reader-left", yes.Id, DataClasses.Care);
        }
        foreach (var reader in readers.Except(standing.Select(yes => yes.RecipientId)).ToList())
        {
            var yes = Yes(paragraph, reader, told);
            db.Add(yes);
            audit.WroteOf(paragraph.FamilyId, "story.reader-chosen", yes.Id, DataClasses.Care);
        }
    }

    /// <summary>Who could read, or wrote down, the old words may read the new ones.</summary>
    async Task CarryReadersAsync(StoryParagraph old, StoryParagraph anew, CancellationToken cancel)
    {
        var told = new Told(anew.ToldBy!.Value, actor.Parent is null ? Evidence.Spoken : Evidence.OnHerPhone, Languages.Current);
        var readers = new Dictionary<Guid, Told>();
        if (old.WrittenBy is { } writer)
            readers[writer] = told;
        foreach (var yes in await StandingAsync(old, cancel))
        {
            readers[yes.RecipientId] = new(yes.GivenBy, yes.Evidence, yes.Language);
            yes.Withdraw(actor.PersonId, clock.Utc);
        }
        foreach (var (reader, said) in readers.Where(each => each.Key != actor.PersonId))
            db.Add(Yes(anew, reader, said));
    }

    /// <summary>Those that hold, the changes of the running transaction included.</summary>
    async Task<IReadOnlyList<Consent>> StandingAsync(StoryParagraph paragraph, CancellationToken cancel)
    {
        var all = db.Set<Consent>();
        await all.Where(each => each.FamilyId == paragraph.FamilyId && each.PartId == paragraph.Id).LoadAsync(cancel);
        return [.. all.Local.Where(each => each.PartId == paragraph.Id && (each.Until is null || clock.Utc < each.Until))];
    }

    Consent Yes(StoryParagraph paragraph, Guid reader, Told told) =>
        Parts.Yes(paragraph, DataClass.Care, reader, told, TextVersion, actor.PersonId, clock.Utc);

    StoryParagraph New(Guid family, Guid teller, int position) =>
        new()
        {
            FamilyId = family,
            Id = Ids.New(),
            SubjectId = teller,
            ToldBy = teller,
            WrittenBy = actor.Parent is null ? actor.PersonId : null,
            At = clock.Utc,
            Position = position,
        };
}

/// <summary>A yes to one row only.</summary>
static class Parts
{
    public static Consent Yes(FamilyText part, DataClass data, Guid reader, Told told, string version, Guid askedBy, DateTime now) =>
        new()
        {
            FamilyId = part.FamilyId,
            Id = Ids.New(),
            MemberId = part.SubjectId!.Value,
            GivenBy = told.By,
            Purpose = Purpose.CoordinateTrajectory,
            Class = data,
            Recipient = Holder.Person,
            RecipientId = reader,
            PartId = part.Id,
            Evidence = told.How,
            Language = told.Language,
            TextVersion = version,
            AskedBy = askedBy,
            From = now,
        };
}
