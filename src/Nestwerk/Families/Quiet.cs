using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families;

public enum Loss
{
    PregnancyEnded,
    BabyDied,
    ChildLivesElsewhere,
}

/// <summary>
/// From here on nothing is sent, asked, measured, counted down or congratulated for this family, until somebody reopens it with her.
/// What happened and how it is told is sealed; only that it is quiet can be seen by what runs by itself.
/// </summary>
[Keeps("so that nothing is sent, asked, counted or congratulated after a loss", Terms.Family)]
public sealed class Quiet
{
    const string KindColumn = "Quiet.Kind";
    const string WordsColumn = "Quiet.Words";

    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>The child it is about.</summary>
    public Guid? MemberId { get; init; }
    public required DateTime Since { get; init; }
    public required Guid By { get; init; }

    /// <summary>What happened; sealed.</summary>
    public Sealed Kind { get; private set; } = null!;

    /// <summary>Who is told, and in which words; hers. Sealed.</summary>
    public Sealed? Words { get; private set; }
    public DateTime? ReopenedAt { get; private set; }
    public Guid? ReopenedBy { get; private set; }

    public Loss KindIn(FamilySeal seal) => Enum.Parse<Loss>(seal.Open(Kind, KindColumn, Id));

    public string? WordsIn(FamilySeal seal) => seal.OpenOrNull(Words, WordsColumn, Id);

    public void Say(Loss kind, string? words, FamilySeal seal)
    {
        Kind = seal.Seal(kind.ToString(), KindColumn, Id);
        Words = string.IsNullOrWhiteSpace(words) ? null : seal.Seal(words, WordsColumn, Id);
    }

    public void Reopen(Guid by, DateTime now)
    {
        if (ReopenedAt is null)
            (ReopenedAt, ReopenedBy) = (now, by);
    }
}

/// <summary>Two files became one, or one became two: when, by whom. Both sides keep such a row.</summary>
[Keeps("to say when two files became one, or one became two", Terms.Fact)]
public sealed class FamilyMove
{
    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }
    public required Guid OtherFamilyId { get; init; }
    public required MoveKind Kind { get; init; }
    public required DateTime At { get; init; }
    public required Guid By { get; init; }

    /// <summary>How the parent said that it may.</summary>
    public required Evidence Agreed { get; init; }
}

public enum MoveKind
{
    Joined,
    Split,
}
