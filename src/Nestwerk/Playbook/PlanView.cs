using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>A block as the rules and the screens see it: with what its recipe version says, and its place in time.</summary>
public sealed record BlockView
{
    public required PlanBlock Block { get; init; }
    public RecipeContent? Recipe { get; init; }

    /// <summary>The newest version of its recipe, when that is newer than the one it uses.</summary>
    public RecipeVersion? Newer { get; init; }

    public Guid Id => Block.Id;
    public int Minutes => Block.Minutes;

    public string Title(string language) => Recipe is null || Block.Text.Title.Length > 0 ? Block.Text.Title : Recipe.Title.In(language);

    /// <summary>The minutes that count for balance: welcome, break and closing do not.</summary>
    public PillarMinutes Pillars =>
        Recipe is not null ? Recipe.Minutes.Stretched(Minutes)
        : Block is { Kind: BlockKind.Own, Text.Pillar: { } pillar } ? PillarMinutes.Only(pillar, Minutes)
        : default;

    /// <summary>The minutes in which parents talk together, in the length this block has here.</summary>
    public int TalkMinutes =>
        Recipe is { Minutes.Total: > 0 and var total }
            ? (int)Math.Round((double)Recipe.TalkMinutes * Minutes / total, MidpointRounding.AwayFromZero)
        : Block is { Kind: BlockKind.Own, Text.Talks: Talks.Parents } ? Minutes
        : 0;

    /// <summary>The minutes of input: what counts for balance and is not talk between parents.</summary>
    public int InputMinutes => Pillars.Total - Math.Min(TalkMinutes, Pillars.Total);

    /// <summary>The pillar that has most minutes; null when it counts for none.</summary>
    public Pillar? Main => Pillars.Total == 0 ? null : Playbook.Pillars.All.MaxBy(pillar => (Pillars[pillar], -(int)pillar));
}

/// <summary>A block with its start: on the clock when the meeting has one, and always in minutes from the beginning.</summary>
/// <param name="Offset">Minutes from the beginning of the meeting.</param>
/// <param name="SlackBefore">Minutes left open before it, because its start is locked; negative when the block before runs into it.</param>
public sealed record Timed(BlockView View, int Offset, TimeOnly? Start, int SlackBefore)
{
    public int EndOffset => Offset + View.Minutes;
}

/// <summary>A plan with its recipes, laid out in time. Pure.</summary>
public sealed class PlanView
{
    public PlanView(MeetingPlan plan, IReadOnlyList<BlockView> blocks)
    {
        Plan = plan;
        Blocks = Lay(plan.Facts.Start, blocks);
    }

    public MeetingPlan Plan { get; }
    public IReadOnlyList<Timed> Blocks { get; }
    public PlanFacts Facts => Plan.Facts;

    /// <summary>From the first start to the last end.</summary>
    public int TotalMinutes => Blocks.Count == 0 ? 0 : Blocks.Max(block => block.EndOffset);
    public TimeOnly? End => Facts.Start?.AddMinutes(TotalMinutes);

    /// <summary>Minutes between the end and the moment the room closes; null when either is open.</summary>
    public int? RoomLeft => Facts is { Start: { } start, RoomUntil: { } until } ? (int)(until - start).TotalMinutes - TotalMinutes : null;
    public PillarMinutes Pillars => Blocks.Aggregate(default(PillarMinutes), (sum, block) => sum + block.View.Pillars);
    public int TalkMinutes => Blocks.Sum(block => block.View.TalkMinutes);
    public int InputMinutes => Blocks.Sum(block => block.View.InputMinutes);

    static List<Timed> Lay(TimeOnly? start, IReadOnlyList<BlockView> blocks)
    {
        var laid = new List<Timed>(blocks.Count);
        var free = 0;
        foreach (var view in blocks)
        {
            var begins = start is { } first && view.Block.LockedStart is { } locked ? Math.Max(0, Minutes(locked) - Minutes(first)) : free;
            laid.Add(new(view, begins, start?.AddMinutes(begins), begins - free));
            free = begins + view.Minutes;
        }
        return laid;
    }

    static int Minutes(TimeOnly time) => (time.Hour * 60) + time.Minute;
}
