namespace Nestwerk.Playbook.Live;

/// <summary>
/// What can be shorter or left out to end on time. A break or a closing gives minutes first; then one block that fits best goes.
/// Never the block under way, and never without being asked. Pure.
/// </summary>
static class RunProposals
{
    /// <summary>Nothing is kept shorter than this, in minutes.</summary>
    const int Shortest = 5;

    public static IReadOnlyList<RunProposal> For(RunState state)
    {
        if (state.EndedAt is not null || state.Behind < 1)
            return [];
        RunProposal?[] all = [Shorten(state), LeaveOut(state)];
        return [.. all.OfType<RunProposal>()];
    }

    /// <summary>The break before the closing, the longest of several.</summary>
    static RunProposal? Shorten(RunState state) =>
        Coming(state)
            .Where(block => block.Block.Kind is BlockKind.Break or BlockKind.Closing && block.Minutes - state.Behind >= Shortest)
            .OrderBy(block => block.Block.Kind)
            .ThenByDescending(block => block.Length)
            .Where(block => EndsOnTime(state, block.Id, state.Behind * RunClock.Minute))
            .Select(block => new RunProposal(ProposalKind.Shorten, block.Id, block.Minutes - state.Behind, -state.Behind, true))
            .FirstOrDefault();

    /// <summary>The shortest one that is enough; when none is, the longest.</summary>
    static RunProposal? LeaveOut(RunState state)
    {
        var all = Coming(state).Where(block => block.Block.Kind is BlockKind.Recipe or BlockKind.Own).ToList();
        var enough = all.Where(block => EndsOnTime(state, block.Id, block.Length)).MinBy(block => block.Length);
        var block = enough ?? all.MaxBy(block => block.Length);
        return block is null ? null : new(ProposalKind.LeaveOut, block.Id, block.Minutes, 0, enough is not null);
    }

    static IEnumerable<SeenBlock> Coming(RunState state) => state.Blocks.Where(block => block.Phase == RunPhase.Coming);

    /// <summary>Lays the rest anew without these minutes: a locked start further on may eat what was won.</summary>
    static bool EndsOnTime(RunState state, Guid shorter, long by)
    {
        var free = Math.Max(state.Doing!.End, state.Now);
        foreach (var block in Coming(state))
        {
            var won = block.Id == shorter ? by : 0;
            if (won > 0 && won == block.Length)
                continue;
            var begin = block.Block.Waits ? Math.Max(free, state.Start + (block.Block.Offset * RunClock.Minute)) : free;
            free = begin + block.Length - won;
        }
        return RunState.InMinutes(free - state.PlannedEnd) <= 0;
    }
}
