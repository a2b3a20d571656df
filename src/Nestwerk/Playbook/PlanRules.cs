using Nestwerk.Shared;

namespace Nestwerk.Playbook;

public enum Weight
{
    /// <summary>The word "not ready" stands on the plan. It never keeps anyone from printing or running it.</summary>
    NotReady,
    Warning,
    Hint,
    Fine,
}

/// <summary>Something we see in a plan. On screen: <c>finding.{Code}</c> says it, <c>finding.{Code}.do</c> says what can be done.</summary>
/// <param name="Values">What the sentence names, in the order of its places.</param>
public sealed record Finding(Weight Weight, string Code, params object?[] Values);

/// <summary>
/// What can be said of a plan: its length, its balance, whether it fits the people and the place. Pure.
/// Length and balance are asked of a group meeting only: 90 to 120 minutes, with information, doing and
/// psycho-emotional attention in balance (the perinatal group offer of the Flemish maternity care centres).
/// </summary>
public static class PlanRules
{
    public static IReadOnlyList<Finding> Look(PlanView plan, BalanceOptions balance)
    {
        if (plan.Blocks.Count == 0)
            return [];
        IEnumerable<Finding> found =
            plan.Facts.Kind == MeetingKind.GroupMeeting ? [.. Length(plan, balance), .. Balance(plan, balance), .. Exchange(plan)] : [];
        return
        [
            .. found
                .Concat(Clock(plan))
                .Concat(Unknown(plan))
                .Concat(People(plan))
                .Concat(Place(plan))
                .Concat(Newer(plan))
                .OrderBy(finding => finding.Weight),
        ];
    }

    public static bool IsReady(IEnumerable<Finding> findings) => findings.All(finding => finding.Weight != Weight.NotReady);

    static IEnumerable<Finding> Length(PlanView plan, BalanceOptions balance)
    {
        var total = plan.TotalMinutes;
        if (total > balance.MostMinutes)
            yield return new(Weight.NotReady, "tooLong", total, balance.MostMinutes, total - balance.MostMinutes);
        else if (total < balance.FewestMinutes)
            yield return new(Weight.Warning, "tooShort", total, balance.FewestMinutes, balance.FewestMinutes - total);
        else
            yield return new(Weight.Fine, "length", total, balance.MostMinutes);
    }

    static IEnumerable<Finding> Balance(PlanView plan, BalanceOptions balance)
    {
        var mix = plan.Pillars;
        foreach (var pillar in Pillars.All)
        {
            if (mix[pillar] == 0)
                yield return new(Weight.Warning, "absent", pillar);
            else if (Share(mix, pillar) > balance.HeavyPercent)
                yield return new(Weight.Hint, "heavy", pillar, mix.Percent(pillar), balance.HeavyPercent);
            else if (Share(mix, pillar) < balance.LightPercent)
                yield return new(Weight.Hint, "light", pillar, mix.Percent(pillar), balance.LightPercent);
        }
    }

    static IEnumerable<Finding> Exchange(PlanView plan)
    {
        if (plan.TalkMinutes > plan.InputMinutes)
            yield return new(Weight.Fine, "exchange", plan.TalkMinutes, plan.InputMinutes);
        else if (plan.Pillars.Total > 0)
            yield return new(Weight.Hint, "littleExchange", plan.TalkMinutes, plan.InputMinutes);
    }

    static IEnumerable<Finding> Clock(PlanView plan)
    {
        foreach (var block in plan.Blocks.Where(block => block.SlackBefore < 0))
            yield return new(Weight.Warning, "overrun", block.View, -block.SlackBefore);
        if (plan.RoomLeft is < 0 and var over)
            yield return new(Weight.Warning, "roomCloses", -over, plan.Facts.RoomUntil);
        if (plan.Facts.WantedMinutes is { } wanted && Math.Abs(plan.TotalMinutes - wanted) > 5)
            yield return new(
                Weight.Hint,
                plan.TotalMinutes > wanted ? "longerThanWanted" : "shorterThanWanted",
                wanted,
                Math.Abs(plan.TotalMinutes - wanted)
            );
    }

    /// <summary>What has to come per parent cannot be counted before somebody says how many come.</summary>
    static IEnumerable<Finding> Unknown(PlanView plan) =>
        plan
            .Blocks.Select(block => block.View)
            .Where(view => plan.Facts.People is null && view.Recipe?.Materials.Any(material => material.Per != Per.Group) == true)
            .Take(1)
            .Select(view => new Finding(Weight.Hint, "peopleUnknown", view));

    static IEnumerable<Finding> People(PlanView plan)
    {
        foreach (var view in plan.Blocks.Select(block => block.View).Where(view => view.Recipe is not null))
        {
            if (plan.Facts.People > view.Recipe!.GroupSize.Max)
                yield return new(Weight.Warning, "tooMany", view, view.Recipe.GroupSize.Max, plan.Facts.People);
            else if (plan.Facts.People < view.Recipe.GroupSize.Min)
                yield return new(Weight.Hint, "tooFew", view, view.Recipe.GroupSize.Min, plan.Facts.People);
            if (!Fits(view.Recipe.Audience, plan.Facts.Audience))
                yield return new(Weight.Hint, "audience", view, view.Recipe.Audience);
        }
    }

    static IEnumerable<Finding> Place(PlanView plan)
    {
        if (plan.Facts.OfferedSettings() is not { } offered)
            yield break;
        foreach (var view in plan.Blocks.Select(block => block.View))
        foreach (var missing in view.Recipe?.Settings.Except(offered) ?? [])
            yield return new(Weight.Warning, "setting", view, missing);
    }

    static IEnumerable<Finding> Newer(PlanView plan) =>
        plan
            .Blocks.Where(block => block.View.Newer is not null)
            .Select(block => new Finding(Weight.Hint, "newer", block.View, block.View.Newer!.Number));

    /// <summary>Whether a recipe for one audience fits another: both fits parents before and after, and an open question fits all.</summary>
    public static bool Fits(Audience recipe, Audience? group) =>
        group is null
        || recipe == group
        || (recipe == Audience.Both && group != Audience.Professionals)
        || (group == Audience.Both && recipe != Audience.Professionals);

    static double Share(PillarMinutes mix, Pillar pillar) => 100.0 * mix[pillar] / mix.Total;
}
