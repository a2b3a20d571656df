using System.Diagnostics;
using Nestwerk.Playbook;
using Nestwerk.Shared;
using Nestwerk.Tests.Playbook;

namespace Nestwerk.Bench.Run;

/// <summary>Filling up a meeting from a book of 500 recipes, and the same question put to a general solver; and the check of a meeting's balance.</summary>
static class Composing
{
    const int Recipes = 500;
    const int Books = 20;
    const string What = $"fill up from 500 recipes, optimum and 2 alternatives";

    public static async Task<IReadOnlyList<Goal>> MeasureAsync(int rounds, Action<string> say)
    {
        say("Filling up a meeting from 500 recipes");
        var asked = CompletionCases.Full(1, Recipes);
        var answer = asked.Answer();
        if (answer.Relaxation.Rule != RelaxedRule.None || answer.Completions.Count != PlanCompletion.MostAnswers)
            throw new InvalidOperationException("The book of the bench has no three completions.");
        // Until the just-in-time compiler has done with it.
        Times(30, () => asked.Answer());
        var (ours, others) = (Times(rounds, () => asked.Answer()), new List<double>());
        foreach (var seed in Enumerable.Range(2, Books))
        {
            var other = CompletionCases.Full(seed, Recipes);
            others.Add(Times(3, () => other.Answer()).Min());
        }
        var plan = Plan();
        Times(200, () => PlanRules.Look(plan, new()));
        return
        [
            Goal.AtMost("G7", What, 100, ours, "ms"),
            Goal.AtMost("G7", $"the same, slowest of {Books} other books", 100, [others.Max()], "ms"),
            await AgainstAsync(asked, answer, ours, rounds, say),
            Goal.AtMost("G7", "what is seen in a meeting of ten blocks", 1, Times(rounds, () => PlanRules.Look(plan, new())), "ms"),
        ];
    }

    /// <summary>The solver's own time only: starting Python and reading the book are left out.</summary>
    static async Task<Goal> AgainstAsync(CompletionCase asked, CompletionAnswer answer, List<double> ours, int rounds, Action<string> say)
    {
        const string Ratio = "the same / scipy's integer programs (later ≤ 0.20)";
        if (CompletionOracle.Missing is { } missing)
        {
            say($"SKIPPED: {missing}");
            return new("G7", Ratio, false, double.PositiveInfinity, double.NaN, double.NaN, "");
        }
        say("The same question to scipy's milp");
        var times = new List<double>();
        for (var round = 0; round < Math.Min(rounds, 5); round++)
        {
            var (answers, seconds) = await CompletionOracle.AskAsync([asked], [answer]);
            var scores = answer.Completions.Select(each => (each.Distance, each.DoneBefore));
            if (!answers[0].Scores.Select(each => (each[0], each[1])).SequenceEqual(scores))
                throw new InvalidOperationException("The solvers do not agree.");
            times.Add(seconds.Sum() * 1000);
        }
        say($"scipy: best {times.Min():0} ms, median {times.Median():0} ms");
        return Goal.Sooner("G7", Ratio, double.PositiveInfinity, ours, times);
    }

    static List<double> Times(int count, Action run)
    {
        var times = new List<double>();
        for (var i = 0; i < count; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            run();
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }
        return times;
    }

    static PlanView Plan()
    {
        var plan = new MeetingPlan
        {
            Id = Ids.New(),
            OrganisationId = Ids.New(),
            AuthorId = Ids.New(),
        };
        plan.Begin(new() { People = 10, Start = new(19, 0) }, default);
        var recipe = new RecipeContent { Title = new("a", "b", "c"), Minutes = new(5, 5, 5) };
        var blocks = Enumerable.Range(0, 10).Select(_ => PlanBlock.Of(new RecipeVersion(Ids.New(), 1, recipe)));
        return new(plan, [.. blocks.Select(block => new BlockView { Block = block, Recipe = recipe })]);
    }
}
