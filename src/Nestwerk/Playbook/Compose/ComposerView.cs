using Nestwerk.Shared;

namespace Nestwerk.Playbook.Compose;

/// <summary>Everything the composer shows of a plan.</summary>
public sealed record ComposerView(PlanView Plan, IReadOnlyList<Finding> Findings, BalanceOptions Balance, Lists Lists)
{
    public bool MayChange { get; init; }
    public bool IsAuthor { get; init; }

    /// <summary>A sentence to say aloud that is not the block's new place.</summary>
    public string Said { get; init; } = "";

    /// <summary>The block that was just changed.</summary>
    public Guid? Changed { get; init; }

    public bool IsReady => PlanRules.IsReady(Findings);

    public Guid Id => Plan.Plan.Id;

    public PlanChange? LastChange => Plan.Plan.Changes.MaxBy(change => change.Number);

    /// <summary>What the live region says: where the changed block stands now, or what became of the meeting.</summary>
    public string Spoken(T t)
    {
        if (Said.Length > 0)
            return Said;
        var at = Plan.Blocks.ToList().FindIndex(block => block.View.Id == Changed);
        if (at < 0)
            return $"{t[Changed is null ? "compose.said.undone" : "compose.said.removed"]} {t.Count("compose.said.now", Plan.Blocks.Count, Plan.TotalMinutes)}";
        var block = Plan.Blocks[at];
        var place = t["compose.said.place", block.View.Title(Languages.Current), at + 1, Plan.Blocks.Count, block.View.Minutes];
        var starts = block.View.Block.LockedStart is null ? "compose.said.starts" : "compose.said.locked";
        return block.Start is { } start ? $"{place} {t[starts, t.Hour(start)]}" : place;
    }

    /// <summary>The values of a finding as words of the running language.</summary>
    public object?[] Words(Finding finding, T t) =>
        [
            .. finding.Values.Select(value =>
                value switch
                {
                    BlockView view => view.Title(Languages.Current),
                    Pillar pillar => t[$"pillar.{pillar}"],
                    Audience audience => t[$"audience.{audience}"],
                    TimeOnly time => t.Hour(time),
                    Words words => words.Here(),
                    DateOnly day => t.FullDay(day),
                    string setting => Lists.Setting(setting),
                    _ => value,
                }
            ),
        ];
}
