namespace Nestwerk.Playbook.Live;

/// <summary>A meeting that is being given, or was. What happened in it are its steps; where it stands now follows from them.</summary>
public sealed class LiveRun
{
    public required Guid PlanId { get; init; }
    public required Guid StartedBy { get; init; }
    public required DateTime StartedAt { get; init; }
    public DateTime? EndedAt { get; set; }
    public List<RunStep> Steps { get; } = [];
}

public enum StepKind
{
    /// <summary>The block is over; the one after it begins.</summary>
    Next,

    /// <summary>The block gets so many minutes more, or fewer.</summary>
    Stretch,
    Pause,
    Resume,

    /// <summary>The block is left out.</summary>
    Skip,

    /// <summary>A block that was left out comes back.</summary>
    Unskip,
    End,
}

/// <summary>
/// One press of a button, on whichever device, at the moment of that device. Its id is made there, so that the same press sent twice
/// counts once. It names the block it is about, so that two people who press at the same time move on once.
/// </summary>
public sealed class RunStep
{
    public Guid PlanId { get; init; }
    public required Guid Id { get; init; }
    public required StepKind Kind { get; init; }
    public Guid? BlockId { get; init; }

    /// <summary>For <see cref="StepKind.Stretch"/>: minutes more (or fewer, negative).</summary>
    public int Minutes { get; init; }

    /// <summary>When it was pressed.</summary>
    public required DateTime At { get; init; }

    /// <summary>When we heard of it: later, where there was no connection.</summary>
    public required DateTime HeardAt { get; init; }
}
