namespace Nestwerk.Playbook;

/// <summary>What may give way when nothing fits, in the order in which it is tried. Never the audience, never the place.</summary>
public enum RelaxedRule
{
    None,
    Length,
    Band,
    Goals,
    GroupSize,
}

/// <summary>A rule that gave way, and by how many steps: five minutes, five percent points, one goal, one person.</summary>
public sealed record Relaxation(RelaxedRule Rule, int Steps)
{
    public static readonly Relaxation None = new(RelaxedRule.None, 0);

    public int StepsOf(RelaxedRule rule) => Rule == rule ? Steps : 0;
}

/// <summary>Recipes to add to a meeting.</summary>
/// <param name="Recipes">Their ids, the smallest first.</param>
/// <param name="Distance">Minutes between the length aimed at and the length it gets, in rounded minutes.</param>
/// <param name="DoneBefore">How many of them this group did before.</param>
public sealed record Completion(IReadOnlyList<Guid> Recipes, int Distance, int DoneBefore);

/// <param name="Relaxation">The rule that had to give way; <see cref="Relaxation.None"/> when all were kept.</param>
/// <param name="Completions">At most three, the best first.</param>
public sealed record CompletionAnswer(Relaxation Relaxation, IReadOnlyList<Completion> Completions);

/// <summary>
/// "Fill it up": the best recipes to add to what stands in a meeting, and two answers that differ from it. Pure, exact, without chance.
/// <para>
/// <b>Allowed</b> is a recipe that does not stand in the meeting, has minutes, fits the audience (<see cref="PlanRules.Fits"/>), needs
/// nothing the place does not offer, and is made for as many people as come. What nobody said (audience, place, people) forbids nothing.
/// A completion adds 1 to <see cref="MostAdded"/> allowed recipes, each once, in the length of the book.
/// </para>
/// <para>
/// <b>Minutes</b> are rounded up to five: those of a recipe per pillar, the placed ones per pillar, and in one sum the placed ones that count for
/// the length only (welcome, breaks, closing). So the real meeting is never longer than the one that was searched.
/// </para>
/// <para>
/// <b>The score</b> is (blocking, outside, missing, distance, done before), the smaller the better, and then the sorted list of ids.
/// Blocking is 1 when the meeting is longer than <see cref="CompletionQuestion.Longest"/>. Outside counts the pillars outside the band the house
/// aims at (25 to 45 % of the minutes that count for balance); in a meeting without such a rule there is no band. Missing counts the goals asked
/// for that nothing works on. Distance is in minutes from <see cref="CompletionQuestion.Target"/>. Ids compare as <see cref="Guid"/> does, lists
/// element by element, a list before its continuation. Only what scores 0, 0, 0 and lies within the asked length is a completion: within 5 minutes
/// of the length wished for, or while that is open, anywhere in what the house asks.
/// </para>
/// <para>
/// The first completion is the optimum. The second and the third are the best of those of whose recipes at most half also stand in each
/// earlier one; where there is none, there are fewer.
/// </para>
/// <para>
/// <b>When there is no completion</b> one rule at a time gives way, and the first answer in this order is given: fewest steps first, then length,
/// band, goals, group size. A step of length is 5 minutes on both sides (at most 2, never beyond the longest); of the band 5 percent points on
/// both sides (at most to where the house gives a hint); of goals, one goal fewer; of group size one person more or fewer than a recipe is made for
/// (at most 4). Outside, missing and allowed then mean the rule as it was relaxed.
/// </para>
/// </summary>
public static class PlanCompletion
{
    public const int MostAdded = 7;
    public const int MostAnswers = 3;

    public static CompletionAnswer Propose(CompletionQuestion question, IReadOnlyCollection<CompletionCandidate> candidates)
    {
        foreach (var relaxation in Relaxations(question))
        {
            var found = Best(question, candidates, relaxation);
            if (found.Count > 0)
                return new(relaxation, found);
        }
        return new(Relaxation.None, []);
    }

    /// <summary>Whether the meeting keeps every rule as it stands, with nothing added.</summary>
    public static bool IsFull(CompletionQuestion question) => CompletionProblem.IsFull(question);

    /// <summary>Nothing first, then every rule that may give way, the smallest steps first.</summary>
    public static IEnumerable<Relaxation> Relaxations(CompletionQuestion question) =>
        Enum.GetValues<RelaxedRule>()
            .SelectMany(rule => Enumerable.Range(1, MostSteps(rule, question)).Select(steps => new Relaxation(rule, steps)))
            .OrderBy(relaxation => relaxation.Steps)
            .ThenBy(relaxation => relaxation.Rule)
            .Prepend(Relaxation.None);

    /// <summary>The band of shares in percent, as far as it gave way.</summary>
    public static (int From, int To) Band(CompletionQuestion question, Relaxation relaxation)
    {
        var (points, balance) = (5 * relaxation.StepsOf(RelaxedRule.Band), question.Balance);
        return question.Ruled
            ? (
                Math.Max(balance.LightPercent, balance.AimFromPercent - points),
                Math.Min(balance.HeavyPercent, balance.AimToPercent + points)
            )
            : (0, 100);
    }

    /// <summary>The lengths in minutes that will do, as far as they gave way.</summary>
    public static (int From, int To) Window(CompletionQuestion question, Relaxation relaxation)
    {
        var more = 5 * relaxation.StepsOf(RelaxedRule.Length);
        var (from, to) = question.Wanted is { } wanted
            ? (wanted - 5, wanted + 5)
            : (question.Balance.FewestMinutes, question.Balance.MostMinutes);
        return (from - more, Math.Min(to + more, question.Longest));
    }

    static List<Completion> Best(CompletionQuestion question, IReadOnlyCollection<CompletionCandidate> candidates, Relaxation relaxation)
    {
        var found = new List<Completion>();
        while (found.Count < MostAnswers && CompletionProblem.Of(question, candidates, relaxation, found) is { } problem)
        {
            if (new CompletionTable(problem).Best() is not { } best)
                break;
            found.Add(best);
        }
        return found;
    }

    static int MostSteps(RelaxedRule rule, CompletionQuestion question) =>
        rule switch
        {
            RelaxedRule.None => 0,
            RelaxedRule.Length => 2,
            RelaxedRule.Band => question.Ruled ? (Room(question.Balance) + 4) / 5 : 0,
            RelaxedRule.Goals => question.Goals.Count,
            RelaxedRule.GroupSize => question.People is null ? 0 : 4,
        };

    static int Room(Shared.BalanceOptions balance) =>
        Math.Max(balance.AimFromPercent - balance.LightPercent, balance.HeavyPercent - balance.AimToPercent);
}
