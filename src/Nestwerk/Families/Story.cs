using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>
/// Her story: told once, in paragraphs, and for each she chooses who may read it. It is written by a worker with her, or by herself
/// on her own page; both do the same and leave the same trail.
/// </summary>
public sealed class Story(NestwerkDb db, FamilyScope scope, Consents consents, Actor actor, AuditTrail audit, HouseClock clock)
{
    /// <summary>The version of the words with which a reader is asked.</summary>
    public const string TextVersion = "story-1";
    public const int MostText = 4000;

    /// <summary>On her own page it is her right: it also holds while the use of her data is put aside.</summary>
    Purpose Why => actor.Parent is null ? Purpose.CoordinateTrajectory : Purpose.SubjectRequest;

    /// <summary>Her paragraphs that the one who asks may read or change, in order.</summary>
    public async Task<IReadOnlyList<StoryParagraph>> OfAsync(Guid family, Act act, CancellationToken cancel) =>
        await scope
            .Of<StoryParagraph>(actor, act, Why)
            .Where(each => each.FamilyId == family && each.EndedAt == null)
            .OrderBy(each => each.Position)
            .ThenBy(each => each.At)
            .ToListAsync(cancel);

    public async Task<StoryParagraph?> FindAsync(Guid family, Guid id, Act act, CancellationToken cancel) =>
        (await OfAsync(family, act, cancel)).FirstOrDefault(each => each.Id == id);

    /// <returns>Null when the one who writes may not.</returns>
    public async Task<StoryParagraph?> AddAsync(Guid family, Guid teller, string text, FamilySeal seal, CancellationToken cancel)
    {
        var last = (await OfAsync(family, Act.Read, cancel)) is [.., var newest] ? newest.Position : 0;
        var paragraph = New(family, teller, last + 1);
        paragraph.Say(text, seal);
        if (!await scope.AddAsync(actor, Why, paragraph, cancel))
            return null;
        audit.WroteOf(paragraph.FamilyId, "story.told", paragraph.Id, DataClasses.Care);
        return paragraph;
    }

    /// <summary>She tells it anew: the old words are shown to nobody any more, and who could read them by her yes may read the new ones.</summary>
    /// <param name="toWriter">How she says yes to who wrote the old words down and could read them without one; null when she does not.</param>
    /// <returns>Null when the one who writes may not.</returns>
    public async Task<StoryParagraph?> RewriteAsync(
        StoryParagraph old,
        string text,
        FamilySeal seal,
        Saying? toWriter,
        CancellationToken cancel
    )
    {
        if (old.TextIn(seal) == text)
            return old;
        var anew = New(old.FamilyId, old.ToldBy ?? old.SubjectId!.Value, old.Position);
        anew.Say(text, seal);
        if (!await scope.AddAsync(actor, Why, anew, cancel))
            return null;
        var standing = await StandingAsync(old, cancel);
        foreach (var yes in standing.Where(yes => yes.RecipientId != anew.WrittenBy))
            Give(anew, yes.Recipient, yes.RecipientId, new(yes.GivenBy, yes.Evidence, yes.Language, yes.TextVersion));
        if (
            toWriter is not null
            && old.WrittenBy is { } writer
            && writer != anew.WrittenBy
            && standing.All(yes => yes.RecipientId != writer)
        )
            Give(anew, Holder.Person, writer, toWriter);
        End(old, standing);
        audit.WroteOf(old.FamilyId, "story.rewritten", anew.Id, DataClasses.Care);
        return anew;
    }

    public async Task TakeOutAsync(StoryParagraph paragraph, CancellationToken cancel)
    {
        End(paragraph, await StandingAsync(paragraph, cancel));
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
    public async Task ChooseReadersAsync(StoryParagraph paragraph, IReadOnlyCollection<Guid> readers, Saying said, CancellationToken cancel)
    {
        var standing = await StandingAsync(paragraph, cancel);
        foreach (var yes in standing.Where(yes => !readers.Contains(yes.RecipientId)))
            consents.Withdraw(yes);
        foreach (var reader in readers.Except(standing.Select(yes => yes.RecipientId)).ToList())
            Give(paragraph, Holder.Person, reader, said);
    }

    /// <summary>One reader more.</summary>
    public async Task LetReadAsync(StoryParagraph paragraph, Holder kind, Guid reader, Saying said, CancellationToken cancel)
    {
        if ((await StandingAsync(paragraph, cancel)).All(yes => yes.RecipientId != reader))
            Give(paragraph, kind, reader, said);
    }

    void Give(StoryParagraph paragraph, Holder kind, Guid reader, Saying said) =>
        consents.GivePart(paragraph, DataClass.Care, kind, reader, said);

    void End(StoryParagraph paragraph, IReadOnlyList<Consent> standing)
    {
        foreach (var yes in standing)
            consents.Withdraw(yes);
        paragraph.End(clock.Utc);
    }

    /// <summary>Those that hold, the changes of the running transaction included.</summary>
    async Task<IReadOnlyList<Consent>> StandingAsync(StoryParagraph paragraph, CancellationToken cancel)
    {
        var all = db.Set<Consent>();
        await all.Where(each => each.FamilyId == paragraph.FamilyId && each.PartId == paragraph.Id).LoadAsync(cancel);
        return [.. all.Local.Where(each => each.PartId == paragraph.Id && (each.Until is null || clock.Utc < each.Until))];
    }

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
