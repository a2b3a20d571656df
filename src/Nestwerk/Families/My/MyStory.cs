using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.My;

/// <summary>A paragraph of her story, opened.</summary>
/// <param name="Writer">Who wrote it down with her and may read it for that; null when she wrote it herself, or that person is gone.</param>
/// <param name="Readers">The yeses that let others read it.</param>
public sealed record MyParagraph(Guid Id, string Text, Guid? Writer, IReadOnlyList<Consent> Readers);

/// <summary>Her story on her own page: hers to write and to change, and for each paragraph she chooses who reads it.</summary>
public sealed class MyStory(MyDesk desk, Story story, HouseClock clock)
{
    /// <summary>The version of the words on her page.</summary>
    const string TextVersion = "my-story-1";

    public async Task<IReadOnlyList<MyParagraph>> ListAsync(CancellationToken cancel)
    {
        var (seal, facts, beside) = (await desk.SealAsync(cancel), await desk.FactsAsync(cancel), await PossibleReadersAsync(cancel));
        return
        [
            .. (await story.OfAsync(desk.Me.FamilyId, Act.Read, cancel)).Select(row => new MyParagraph(
                row.Id,
                row.TextIn(seal),
                Reads(row, facts, beside) ? row.WrittenBy : null,
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

    public async Task<bool> AddAsync(string text, CancellationToken cancel) =>
        await story.AddAsync(desk.Me.FamilyId, desk.Me.MemberId, text, await desk.SealAsync(cancel), cancel) is not null;

    /// <summary>What she writes herself is read by whom she chose, and no more by who wrote it down before.</summary>
    public async Task<bool> ChangeAsync(Guid id, string text, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } old
        && await story.RewriteAsync(old, text, await desk.SealAsync(cancel), toWriter: null, cancel) is not null;

    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } old)
            return false;
        await story.TakeOutAsync(old, cancel);
        return true;
    }

    /// <summary>Somebody beside her may read this one.</summary>
    public async Task<bool> LetReadAsync(Guid id, Guid reader, string language, CancellationToken cancel)
    {
        var party = (await PossibleReadersAsync(cancel)).FirstOrDefault(each => each.Id == reader);
        if (party is null || await FindAsync(id, cancel) is not { } paragraph)
            return false;
        await story.LetReadAsync(paragraph, party.Kind, reader, new(desk.Me.MemberId, Evidence.OnHerPhone, language, TextVersion), cancel);
        return true;
    }

    /// <summary>Whether who wrote it down may still read it for that. Who is in a team is not known here, so then it is taken that she may.</summary>
    bool Reads(StoryParagraph row, FamilyFacts facts, IReadOnlyList<Party> beside) =>
        beside.Any(party => party.Kind != Holder.Person || party.Id == row.WrittenBy)
        && !facts.Exclusions.Any(each => each.ExcludedId == row.WrittenBy && Circle.Holds(each, clock.Utc));

    Task<StoryParagraph?> FindAsync(Guid id, CancellationToken cancel) => story.FindAsync(desk.Me.FamilyId, id, Act.Write, cancel);
}
