using Nestwerk.Playbook;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Playbook;

/// <summary>
/// What <see cref="PlanCompletion"/> promises, done the slow way: every set of recipes, scored one after another.
/// It shares nothing with the search but the words of the promise.
/// </summary>
sealed class CompletionByHand(CompletionCase asked)
{
    readonly CompletionQuestion question = asked.Question;

    sealed record Tried(int[] Score, IReadOnlyList<Guid> Ids);

    public CompletionAnswer Answer()
    {
        var best = Answer(RelaxedRule.None, 0);
        for (var steps = 1; best.Count == 0 && steps <= 4; steps++)
            foreach (var rule in new[] { RelaxedRule.Length, RelaxedRule.Band, RelaxedRule.Goals, RelaxedRule.GroupSize })
                if (steps <= Most(rule) && Answer(rule, steps) is { Count: > 0 } found)
                    return new(new(rule, steps), found);
        return new(Relaxation.None, best);
    }

    int Most(RelaxedRule rule) =>
        rule switch
        {
            RelaxedRule.Length => 2,
            RelaxedRule.Band => question.Ruled ? 4 : 0,
            RelaxedRule.Goals => question.Goals.Count,
            _ => question.People is null ? 0 : 4,
        };

    List<Completion> Answer(RelaxedRule rule, int steps)
    {
        var all = Tries(rule, steps).ToList();
        var found = new List<Tried>();
        while (found.Count < 3)
        {
            var others = all.Where(each => found.All(before => 2 * each.Ids.Intersect(before.Ids).Count() <= each.Ids.Count)).ToList();
            if (others.Count == 0)
                break;
            found.Add(others.Aggregate((a, b) => IsBefore(a, b) ? a : b));
        }
        return [.. found.Select(each => new Completion(each.Ids, each.Score[3], each.Score[4]))];
    }

    /// <summary>Every set of allowed recipes whose first three numbers are 0, and whose length will do.</summary>
    IEnumerable<Tried> Tries(RelaxedRule rule, int steps)
    {
        var book = asked.Book.Where(each => IsAllowed(each, rule == RelaxedRule.GroupSize ? steps : 0)).OrderBy(each => each.Id).ToList();
        for (var set = 1; set < 1 << book.Count; set++)
        {
            if (int.PopCount(set) > question.MostAdded)
                continue;
            var chosen = book.Where((_, place) => (set >> place & 1) == 1).ToList();
            if (Score(chosen, rule, steps) is [0, 0, 0, ..] score && LengthWillDo(chosen, rule == RelaxedRule.Length ? 5 * steps : 0))
                yield return new(score, [.. chosen.Select(each => each.Id)]);
        }
    }

    int[] Score(List<CompletionCandidate> chosen, RelaxedRule rule, int steps)
    {
        var total = Total(chosen);
        var missing = question.Goals.Count(goal => !chosen.Any(each => each.Goals.Contains(goal)));
        return
        [
            total > question.Longest ? 1 : 0,
            question.Ruled ? Pillars.All.Count(pillar => IsOutside(chosen, pillar, rule == RelaxedRule.Band ? 5 * steps : 0)) : 0,
            Math.Max(0, missing - (rule == RelaxedRule.Goals ? steps : 0)),
            Math.Abs(total - (question.Wanted ?? 105)),
            chosen.Count(each => each.DoneBefore),
        ];
    }

    bool IsOutside(List<CompletionCandidate> chosen, Pillar pillar, int points)
    {
        var balance = question.Balance;
        var share = 100m * Minutes(chosen, pillar) / Pillars.All.Sum(each => Minutes(chosen, each));
        return share < Math.Max(balance.LightPercent, balance.AimFromPercent - points)
            || share > Math.Min(balance.HeavyPercent, balance.AimToPercent + points);
    }

    bool LengthWillDo(List<CompletionCandidate> chosen, int more) =>
        question.Wanted is { } wanted
            ? Math.Abs(Total(chosen) - wanted) <= 5 + more
            : Total(chosen) >= 90 - more && Total(chosen) <= 120 + more;

    int Total(List<CompletionCandidate> chosen) => Up(question.OtherMinutes) + Pillars.All.Sum(pillar => Minutes(chosen, pillar));

    int Minutes(List<CompletionCandidate> chosen, Pillar pillar) =>
        Up(question.Placed[pillar]) + chosen.Sum(each => Up(each.Minutes[pillar]));

    static int Up(int minutes) => (int)Math.Ceiling(minutes / 5m) * 5;

    bool IsAllowed(CompletionCandidate each, int slack) =>
        each.Minutes.Total > 0
        && !question.Used.Contains(each.Id)
        && PlanRules.Fits(each.Audience, question.Audience)
        && each.Settings.All(setting => question.Offered?.Contains(setting) ?? true)
        && (question.People ?? each.GroupSize.Min) + slack >= each.GroupSize.Min
        && (question.People ?? each.GroupSize.Max) - slack <= each.GroupSize.Max;

    static bool IsBefore(Tried a, Tried b)
    {
        var scores = a.Score.Zip(b.Score, (x, y) => x.CompareTo(y)).FirstOrDefault(order => order != 0);
        if (scores != 0)
            return scores < 0;
        for (var i = 0; i < Math.Min(a.Ids.Count, b.Ids.Count); i++)
            if (a.Ids[i] != b.Ids[i])
                return a.Ids[i].CompareTo(b.Ids[i]) < 0;
        return a.Ids.Count < b.Ids.Count;
    }
}
