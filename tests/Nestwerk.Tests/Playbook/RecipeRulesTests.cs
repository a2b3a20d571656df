using Nestwerk.Playbook;
using Nestwerk.Shared;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

public sealed class RecipeRulesTests
{
    [Fact, Trait("Row", "A1")]
    public void A_recipe_with_its_five_rubrics_may_be_published() => Assert.Empty(RecipeRules.Publish(ARecipe.Content()));

    [Fact, Trait("Row", "A1")]
    public void Without_a_duration_it_is_refused()
    {
        var recipe = ARecipe.Content() with { Minutes = default };

        Assert.Equal(["recipe.problem.duration"], Texts(RecipeRules.Publish(recipe)));
    }

    [Fact, Trait("Row", "A1")]
    public void Without_objectives_a_theme_or_a_description_it_is_refused()
    {
        var recipe = ARecipe.Content() with { Objectives = [], Themes = [], Description = Words.None, Steps = [] };

        Assert.Equal(
            ["recipe.problem.objectives", "recipe.problem.theme", "recipe.problem.description"],
            Texts(RecipeRules.Publish(recipe))
        );
    }

    [Fact]
    public void Steps_that_take_longer_than_the_pillars_are_refused_with_both_sums()
    {
        var recipe = ARecipe.Content() with { Minutes = new(10, 10, 5) };

        var problem = Assert.Single(RecipeRules.Publish(recipe));

        Assert.Equal(("recipe.problem.sum", 30, 25), (problem.Text, problem.Values[0], problem.Values[1]));
    }

    [Fact]
    public void A_draft_needs_no_more_than_a_title() =>
        Assert.Empty(RecipeRules.Draft(new RecipeContent { Title = new(Fr: "Les mains sur le ventre") }));

    [Theory]
    [InlineData(-1)]
    [InlineData(241)]
    public void Minutes_outside_the_day_of_a_group_are_refused(int minutes)
    {
        var recipe = ARecipe.Content() with { Minutes = new(minutes, 0, 0), Steps = [new(minutes, Talks.Parents, new("Praat."))] };

        Assert.Equal(["Minutes.Know", "Steps[0].Minutes"], RecipeRules.Draft(recipe).Select(problem => problem.Field));
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused_in_its_own_language()
    {
        var recipe = ARecipe.Content() with { Title = new("Kort", new string('é', 5000), "Short") };

        var problem = Assert.Single(RecipeRules.Draft(recipe));

        Assert.Equal(("Title.Fr", "form.tooLong"), (problem.Field, problem.Text));
    }

    [Fact]
    public void A_group_that_ends_before_it_begins_is_refused() =>
        Assert.Equal(
            ["GroupSize.Max"],
            RecipeRules.Draft(ARecipe.Content() with { GroupSize = new(8, 4) }).Select(problem => problem.Field)
        );

    [Fact]
    public void Every_problem_has_a_sentence_in_three_languages()
    {
        var worst = new RecipeContent
        {
            Minutes = new(-5, 0, 0),
            GroupSize = new(0, 500),
            Objectives = [.. Enumerable.Repeat(new Words("doel"), 41)],
            Handout = new(new string('a', 5000)),
            Author = new string('a', 500),
        };

        Assert.All(RecipeRules.Publish(worst), problem => Assert.Empty(Shared(problem).Missing()));
    }

    static Words Shared(Problem problem) => Nestwerk.Shared.Texts.Everything[problem.Text];

    static IEnumerable<string> Texts(IEnumerable<Problem> problems) => problems.Select(problem => problem.Text);
}
