using Nestwerk.Shared;

namespace Nestwerk.Playbook.Compose;

/// <summary>A completion as it would stand in the meeting: in real minutes, with what is seen in it then.</summary>
/// <param name="Number">1 is the best.</param>
/// <param name="Added">What is added, in the order of the meeting.</param>
/// <param name="Plan">The meeting as it would be.</param>
public sealed record Proposal(int Number, IReadOnlyList<RecipeVersion> Added, PlanView Plan, IReadOnlyList<Finding> Findings)
{
    /// <param name="number">1 is the best.</param>
    /// <param name="stands">The meeting as it is.</param>
    /// <param name="recipes">What is added, in any order.</param>
    /// <param name="balance">What the house asks.</param>
    public static Proposal Of(int number, PlanView stands, IEnumerable<RecipeVersion> recipes, BalanceOptions balance)
    {
        var added = InOrder(recipes);
        var views = stands.Blocks.Select(block => block.View).ToList();
        views.InsertRange(
            Place(stands.Plan),
            added.Select(version => new BlockView { Block = PlanBlock.Of(version), Recipe = version.Content })
        );
        var plan = new PlanView(stands.Plan, views);
        return new(number, added, plan, PlanRules.Look(plan, balance));
    }

    /// <summary>First what informs, then what people do, then what goes to the heart; the same in every run.</summary>
    public static IReadOnlyList<RecipeVersion> InOrder(IEnumerable<RecipeVersion> recipes) =>
        [
            .. recipes
                .OrderBy(version => Pillars.All.MaxBy(pillar => (version.Content.Minutes[pillar], -(int)pillar)))
                .ThenBy(version => version.RecipeId),
        ];

    /// <summary>Where it goes in: behind what stands, before the closing.</summary>
    public static int Place(MeetingPlan plan) =>
        plan.Blocks.Count - plan.InOrder().Reverse().TakeWhile(block => block.Kind == BlockKind.Closing).Count();

    public int AddedMinutes => Added.Sum(version => version.Minutes);
}
