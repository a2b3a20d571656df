namespace Nestwerk.Playbook;

/// <summary>How many of the chosen meetings work on a goal.</summary>
public sealed record GoalCount(Goal Goal, IReadOnlyList<MeetingPlan> Meetings);

/// <summary>Which of the goals a set of meetings covers. Pure. A goal that no meeting touches stays in the answer, with none.</summary>
public static class GoalCoverage
{
    public static IReadOnlyList<GoalCount> Of(IEnumerable<Goal> goals, IReadOnlyCollection<PlanView> plans) =>
        [
            .. goals
                .OrderBy(goal => goal.Position)
                .Select(goal => new GoalCount(goal, [.. plans.Where(plan => Touches(plan, goal.Id)).Select(plan => plan.Plan)])),
        ];

    static bool Touches(PlanView plan, string goal) => plan.Blocks.Any(block => block.View.Recipe?.Goals.Contains(goal) == true);
}
