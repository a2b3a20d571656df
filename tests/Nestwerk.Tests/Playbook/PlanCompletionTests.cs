using Nestwerk.Playbook;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

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

        var (oracle, _) = await CompletionOracle.AskAsync(cases, ours);

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

    [Fact]
    public void Time_left_open_before_a_locked_start_is_there_to_be_filled()
    {
        var plan = Plans
            .Empty(
                new()
                {
                    Start = new(19, 0),
                    WantedMinutes = 105,
                    RoomUntil = new(21, 0),
                }
            )
            .With(BlockKind.Closing, "Slot", 10);
        plan.Blocks[0].LockedStart = new(20, 35);
        var view = new PlanView(plan, [new() { Block = plan.Blocks[0] }]);

        var question = CompletionQuestion.Of(view, Plans.Balance, []);

        Assert.Equal((default, 10, 120), (question.Placed, question.OtherMinutes, question.Longest));
    }

    [Fact]
    public void Goals_of_what_stands_need_not_be_covered_again()
    {
        var plan = Plans.View(
            new()
            {
                Audience = Audience.Pregnancy,
                People = 8,
                Offers = "room",
            },
            Plans.Recipe(new(10, 5, 5))
        );

        var question = CompletionQuestion.Of(plan, Plans.Balance, ["informed", "referred"]);

        Assert.Equal(["referred"], question.Goals);
        Assert.Equal(
            (new PillarMinutes(10, 5, 5), 0, 105, true),
            (question.Placed, question.OtherMinutes, question.Target, question.Ruled)
        );
        Assert.Equal(plan.Blocks[0].View.Block.RecipeId, Assert.Single(question.Used));
    }

    [Fact]
    public void A_meeting_without_rules_is_filled_to_its_length_however_long_and_lopsided()
    {
        var book = Enumerable
            .Range(1, 9)
            .Select(number => new CompletionCandidate(CompletionCases.Id(number), new(65, 0, 0), [], false))
            .ToList();

        var answer = PlanCompletion.Propose(new() { Ruled = false, Wanted = 455 }, book);

        Assert.Equal(Relaxation.None, answer.Relaxation);
        Assert.Equal(book.Take(7).Select(each => each.Id), Assert.Single(answer.Completions).Recipes);
    }

    [Fact]
    public void Audience_and_place_never_give_way()
    {
        CompletionCandidate[] book =
        [
            new(CompletionCases.Id(1), new(35, 35, 35), [], false) { Audience = Audience.Professionals },
            new(CompletionCases.Id(2), new(35, 35, 35), [], false) { Settings = ["projector"] },
        ];

        var answer = PlanCompletion.Propose(
            new()
            {
                Audience = Audience.Pregnancy,
                Offered = ["room"],
                People = 10,
            },
            book
        );

        Assert.Empty(answer.Completions);
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
