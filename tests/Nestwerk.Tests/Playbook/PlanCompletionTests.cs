using Nestwerk.Playbook;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Playbook;

public sealed class PlanCompletionTests
{
    [Fact, Trait("Row", "A7")]
    public void It_equals_trying_every_set_of_up_to_twelve_recipes_in_score_ids_alternatives_and_relaxations()
    {
        var seen = new Dictionary<(RelaxedRule, int), int>();
        foreach (var (number, each) in CompletionCases.Small(seed: 7, count: 1500).Index())
        {
            var (ours, byHand) = (each.Answer(), new CompletionByHand(each).Answer());

            Assert.True(Words(byHand) == Words(ours), $"Case {number}: by hand {Words(byHand)}, searched {Words(ours)}");
            var kind = (ours.Relaxation.Rule, ours.Completions.Count);
            seen[kind] = seen.GetValueOrDefault(kind) + 1;
        }
        foreach (var rule in Enum.GetValues<RelaxedRule>())
            Assert.True(
                seen.Any(kind => kind.Key.Item1 == rule && kind.Key.Item2 > 0),
                $"No case relaxed {rule}: {string.Join(' ', seen)}"
            );
        Assert.All(new[] { 0, 1, 2, 3 }, count => Assert.Contains((RelaxedRule.None, count), seen.Keys));
    }

    [Fact, Trait("Row", "A7")]
    public async Task It_equals_a_general_solver_for_integer_programs_on_two_hundred_larger_books()
    {
        Installed.Require("scipy", CompletionOracle.Missing);
        var cases = CompletionCases.Large(seed: 11, count: 200).ToList();
        var ours = cases.ConvertAll(each => each.Answer());

        var oracle = await CompletionOracle.AskAsync(cases, ours);

        Assert.Equal(cases.Count, oracle.Count);
        foreach (var (number, (mine, other)) in ours.Zip(oracle).Index())
        {
            var (scores, expected) = (
                mine.Completions.Select(each => $"{each.Distance} {each.DoneBefore}"),
                other.Scores.Select(each => $"{each[0]} {each[1]}")
            );
            Assert.True(
                $"{other.Rule} {other.Steps}: {string.Join(" | ", expected)}"
                    == $"{mine.Relaxation.Rule} {mine.Relaxation.Steps}: {string.Join(" | ", scores)}",
                $"Case {number}: {other} {string.Join(" | ", expected)}, searched {Words(mine)}"
            );
        }
    }

    static string Words(CompletionAnswer answer) =>
        $"{answer.Relaxation.Rule} {answer.Relaxation.Steps}: "
        + string.Join(
            " | ",
            answer.Completions.Select(each =>
                $"{each.Distance} {each.DoneBefore} {string.Join(' ', each.Recipes.Select(id => $"{id:N}"[..8]))}"
            )
        );
}
