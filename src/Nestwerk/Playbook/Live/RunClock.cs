namespace Nestwerk.Playbook.Live;

/// <summary>What the clock needs to know of a block. Times are whole milliseconds, here and on the phone, so that both count the same.</summary>
/// <param name="Minutes">As planned.</param>
/// <param name="Offset">Minutes from the beginning of the meeting, as planned.</param>
/// <param name="Waits">It does not begin before its planned start, because that is locked.</param>
public sealed record RunBlock(Guid Id, BlockKind Kind, int Minutes, int Offset, bool Waits)
{
    public static IReadOnlyList<RunBlock> Of(PlanView plan) =>
        [
            .. plan.Blocks.Select(timed => new RunBlock(
                timed.View.Id,
                timed.View.Block.Kind,
                timed.View.Minutes,
                timed.Offset,
                plan.Facts.Start is not null && timed.View.Block.LockedStart is not null
            )),
        ];
}

/// <summary>One press, as the clock folds it. <paramref name="At"/> in milliseconds since 1970.</summary>
public sealed record RunPress(Guid Id, StepKind Kind, Guid? Block, int Minutes, long At)
{
    public static RunPress Of(RunStep step) => new(step.Id, step.Kind, step.BlockId, step.Minutes, RunClock.Milliseconds(step.At));
}

/// <summary>
/// Where a meeting stands at a moment: folded from its plan, its beginning and the presses, in the order in which they were made
/// and not in the order in which we heard of them. Pure; <c>run-clock.js</c> is the same fold on the phone, and a test holds them together.
/// </summary>
public static class RunClock
{
    public const long Minute = 60_000;

    /// <summary>A meeting that nobody ended is over after so long.</summary>
    public const long Longest = 12 * 60 * Minute;

    /// <summary>How much one press can add or take, in minutes.</summary>
    public const int MostStretch = 120;

    public static long Milliseconds(DateTime utc) => (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    public static DateTime Moment(long milliseconds) => DateTime.UnixEpoch.AddMilliseconds(milliseconds);

    public static RunState At(PlanView plan, LiveRun run, DateTime now) =>
        At(RunBlock.Of(plan), Milliseconds(run.StartedAt), run.Steps.Select(RunPress.Of), Milliseconds(now));

    /// <param name="blocks">The blocks of the plan, in order; at least one.</param>
    /// <param name="start">When it began.</param>
    /// <param name="presses">In any order, perhaps some of them twice.</param>
    /// <param name="now">The moment to look at; a press from later moves it on.</param>
    public static RunState At(IReadOnlyList<RunBlock> blocks, long start, IEnumerable<RunPress> presses, long now)
    {
        var folding = new RunFolding(blocks, start);
        var last = Math.Max(now, start);
        foreach (var press in InOrder(presses, start))
        {
            folding.Take(press);
            last = Math.Max(last, press.At);
        }
        return folding.See(last);
    }

    static IEnumerable<RunPress> InOrder(IEnumerable<RunPress> presses, long start) =>
        presses
            .Select(press => press with { At = Math.Max(press.At, start) })
            .OrderBy(press => press.At)
            .ThenBy(press => press.Id.ToString(), StringComparer.Ordinal)
            .DistinctBy(press => press.Id);
}
