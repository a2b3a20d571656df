namespace Nestwerk.Playbook.Live;

public enum RunPhase
{
    Done,
    Now,
    Coming,
    LeftOut,

    /// <summary>The meeting ended before it.</summary>
    NotReached,
}

/// <summary>A block in a meeting under way: when it began and ended, or is expected to. Milliseconds since 1970.</summary>
/// <param name="Length">As it is now: planned, and stretched.</param>
/// <param name="PlannedEnd">Counted from when the meeting really began.</param>
public sealed record SeenBlock(RunBlock Block, RunPhase Phase, long Begin, long End, long Length, long PlannedEnd)
{
    public Guid Id => Block.Id;
    public int Minutes => RunState.InMinutes(Length);

    /// <summary>How long it really took, pauses included, for a block that is done.</summary>
    public int TookMinutes => RunState.InMinutes(End - Begin);
}

/// <summary>A meeting at a moment.</summary>
/// <param name="Current">Place of the block under way; null when it is over.</param>
public sealed record RunState(long Start, IReadOnlyList<SeenBlock> Blocks, int? Current, bool Paused, long? EndedAt)
{
    public required long Now { get; init; }
    public required long PlannedEnd { get; init; }
    public required long ExpectedEnd { get; init; }
    public IReadOnlyList<RunProposal> Proposals { get; init; } = [];

    public SeenBlock? Doing => Current is { } place ? Blocks[place] : null;

    /// <summary>Until the block under way should end; negative when it runs over.</summary>
    public long Left => Doing is { } block ? block.End - Now : 0;

    /// <summary>Minutes later than planned at the end; negative when earlier.</summary>
    public int Behind => InMinutes(ExpectedEnd - PlannedEnd);

    /// <summary>The block after this one; null when this is the last.</summary>
    public SeenBlock? Following => Blocks.FirstOrDefault(block => block.Phase == RunPhase.Coming);

    /// <summary>Whole minutes, a half rounded up: written out, because the phone has to round the same.</summary>
    public static int InMinutes(long milliseconds) => (int)Math.Floor((milliseconds + 30_000) / 60_000.0);
}

public enum ProposalKind
{
    /// <summary>Keep this block to fewer minutes.</summary>
    Shorten,

    /// <summary>Leave this block out.</summary>
    LeaveOut,
}

/// <summary>A way to win time.</summary>
/// <param name="Minutes">To shorten to, or won by leaving out.</param>
/// <param name="Change">Minutes that the press has to say.</param>
/// <param name="OnTime">Whether that is enough to end on time.</param>
public sealed record RunProposal(ProposalKind Kind, Guid Block, int Minutes, int Change, bool OnTime);
