using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>A way to reach somebody, opened.</summary>
public sealed record ChannelLine(ContactChannel Channel, ChannelState State, string Value, string? Via, string? SafeTimes);

/// <summary>A text, opened, with who told it and to whom.</summary>
/// <param name="ToldBy">The name; null when nobody of the family told it, or she may not be seen here.</param>
/// <param name="WrittenBy">The name; null when a parent wrote it herself.</param>
/// <param name="Readers">Who else may read it by name.</param>
public sealed record TextLine(FamilyText Text, string Words, string? ToldBy, string? WrittenBy, bool IsMine, IReadOnlyList<string> Readers);

/// <summary>Everything on the page of a family. What she may not see is not there.</summary>
public sealed record FamilyView(OpenFamily Family)
{
    public bool MayWrite { get; init; }
    public IReadOnlyList<ChannelLine> Channels { get; init; } = [];
    public IReadOnlyList<TextLine> Needs { get; init; } = [];
    public IReadOnlyList<TextLine> Story { get; init; } = [];
    public IReadOnlyList<TextLine> Notes { get; init; } = [];
    public IReadOnlyList<TextLine> Sensitive { get; init; } = [];
    public IReadOnlyList<ToAsk> Later { get; init; } = [];
    public IReadOnlyList<Companion> Company { get; init; } = [];
    public IReadOnlySet<Guid> Safe { get; init; } = new HashSet<Guid>();

    /// <summary>The classes of what is shown, for the trail.</summary>
    public DataClasses Shown =>
        DataClasses.Contact
        | (Needs.Count + Later.Count > 0 ? DataClasses.Needs : DataClasses.None)
        | (Story.Count + Notes.Count > 0 ? DataClasses.Care : DataClasses.None)
        | (Sensitive.Count > 0 ? DataClasses.Confidential : DataClasses.None);
}

/// <summary>Reads the page of a family.</summary>
public sealed class FamilyPages(
    FamilyReading reading,
    FamilyScope scope,
    Story story,
    Company company,
    Colleagues colleagues,
    Actor actor,
    HouseClock clock
)
{
    public async Task<FamilyView?> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (await reading.FindAsync(id, Act.Read, cancel) is not { } family)
            return null;
        var facts = await reading.FactsAsync(family, cancel);
        var readers = await story.ReadersAsync(id, cancel);
        var told = await story.OfAsync(id, Act.Read, cancel);
        var notes = await NewestAsync<CareNote>(family, cancel);
        var sensitive = await NewestAsync<SensitiveNote>(family, cancel);
        var needs = await NeedsAsync(family, cancel);
        FamilyText[] texts = [.. told, .. notes, .. sensitive, .. needs];
        var names = await NamesAsync(texts, readers.SelectMany(each => each), cancel);
        IReadOnlyList<TextLine> Lines(IEnumerable<FamilyText> all) => [.. all.Select(text => Line(text, family, names, readers))];
        var mayWrite = await MayWriteAsync(family, cancel);
        return new(family)
        {
            MayWrite = mayWrite,
            Channels = await ChannelsAsync(family, cancel),
            Needs = Lines(needs),
            Story = Lines(told),
            Notes = Lines(notes),
            Sensitive = Lines(sensitive),
            Later = await LaterAsync(family, cancel),
            Company = mayWrite ? await company.OfAsync(facts, cancel) : [],
            Safe = family.Members.Select(each => each.Id).Where(each => Protections.Of(facts, each, clock.Utc) is not null).ToHashSet(),
        };
    }

    /// <summary>What comes back at the next contact.</summary>
    public async Task<IReadOnlyList<ToAsk>> LaterAsync(OpenFamily family, CancellationToken cancel) =>
        await reading
            .Of<ToAsk>(family)
            .Where(each => each.AskedAt == null && each.DeclinedAt == null)
            .OrderBy(each => each.At)
            .ThenBy(each => each.Id)
            .ToListAsync(cancel);

    async Task<IReadOnlyList<ChannelLine>> ChannelsAsync(OpenFamily family, CancellationToken cancel) =>
        [
            .. (
                await reading
                    .Of<ContactChannel>(family)
                    .Where(each => each.EndedAt == null)
                    .OrderBy(each => each.MadeAt)
                    .ToListAsync(cancel)
            )
                .Where(each => family.Member(each.SubjectId) is not null)
                .Select(each => new ChannelLine(
                    each,
                    each.StateAt(clock.Utc),
                    each.ValueIn(family.Seal),
                    each.ViaIn(family.Seal),
                    each.SafeTimesIn(family.Seal)
                ))
                .OrderBy(line => line.State is ChannelState.Stopped or ChannelState.Wrong),
        ];

    Task<List<TText>> NewestAsync<TText>(OpenFamily family, CancellationToken cancel)
        where TText : FamilyText =>
        reading.Of<TText>(family).OrderByDescending(each => each.At).ThenBy(each => each.Id).ToListAsync(cancel);

    Task<List<PracticalNeed>> NeedsAsync(OpenFamily family, CancellationToken cancel) =>
        reading.Of<PracticalNeed>(family).Where(need => need.EndedAt == null).InTheirOrder().ToListAsync(cancel);

    Task<bool> MayWriteAsync(OpenFamily family, CancellationToken cancel) =>
        scope.Of<FamilyMember>(actor, Act.Write, family.Purpose).AnyAsync(member => member.FamilyId == family.Id, cancel);

    async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(FamilyText[] texts, IEnumerable<Guid> readers, CancellationToken cancel) =>
        await colleagues.NamesAsync([.. texts.Select(text => text.WrittenBy).OfType<Guid>().Concat(readers).Distinct()], cancel);

    TextLine Line(FamilyText text, OpenFamily family, IReadOnlyDictionary<Guid, string> names, ILookup<Guid, Guid> readers) =>
        new(
            text,
            text.TextIn(family.Seal),
            family.Member(text.ToldBy) is { } teller ? teller.NameIn(family.Seal) : null,
            text.WrittenBy is { } writer ? names.GetValueOrDefault(writer) : null,
            text.WrittenBy == actor.PersonId,
            [.. readers[text.Id].Where(names.ContainsKey).Select(reader => names[reader])]
        );
}
