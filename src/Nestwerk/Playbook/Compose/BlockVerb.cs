namespace Nestwerk.Playbook.Compose;

/// <summary>What a button of the composer asks for: <c>up:{block}</c>, <c>more:{block}</c>, <c>move:{block}:{place}</c>, <c>undo</c>.</summary>
sealed record BlockVerb(string Name, Guid? Block, int Place)
{
    const int Minutes = 5;

    static readonly Dictionary<string, Action<MeetingPlan, PlanBlock, int, DateTime>> Verbs = new(StringComparer.Ordinal)
    {
        ["up"] = (plan, block, _, now) => plan.Move(block, block.Position - 1, now),
        ["down"] = (plan, block, _, now) => plan.Move(block, block.Position + 1, now),
        ["move"] = (plan, block, place, now) => plan.Move(block, place, now),
        ["less"] = (plan, block, _, now) => plan.SetMinutes(block, block.Minutes - Minutes, now),
        ["more"] = (plan, block, _, now) => plan.SetMinutes(block, block.Minutes + Minutes, now),
        ["lock"] = (plan, block, _, now) => plan.Lock(block, block.LockedStart is null ? Starts(plan, block) : null, now),
        ["remove"] = (plan, block, _, now) => plan.Remove(block, now),
    };

    /// <returns>Null when the word is no verb.</returns>
    public static BlockVerb? Parse(string? verb) =>
        (verb ?? "").Split(':') switch
        {
            ["undo"] => new("undo", null, 0),
            [var name, var block] when Guid.TryParse(block, out var id) => new(name, id, 0),
            ["move", var block, var place] when Guid.TryParse(block, out var id) && int.TryParse(place, out var to) => new("move", id, to),
            _ => null,
        };

    /// <returns>False when there is no such verb, or the block is no longer there.</returns>
    public bool Do(MeetingPlan plan, DateTime now)
    {
        if (Name == "undo")
            return plan.Undo(now) is not null;
        if (Block is not { } id || plan.Find(id) is not { } block)
            return false;
        if (!Verbs.TryGetValue(Name, out var change))
            return false;
        change(plan, block, Place, now);
        return true;
    }

    /// <summary>When the block begins as the plan stands; null while the meeting has no start.</summary>
    static TimeOnly? Starts(MeetingPlan plan, PlanBlock block) =>
        new PlanView(plan, [.. plan.InOrder().Select(each => new BlockView { Block = each })])
            .Blocks.Single(each => each.View.Block == block)
            .Start;
}
