using Nestwerk.Playbook;
using Nestwerk.Playbook.Editing;
using Nestwerk.Shared;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

public sealed class RecipeFormTests
{
    public static TheoryData<string> Ids => [.. SampleBook.Read("Het Huis").Select(recipe => recipe.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void A_recipe_comes_back_from_the_form_as_it_went_in(string id)
    {
        var recipe = SampleBook.Read("Het Huis").Single(each => each.Id == id).Content;

        var form = RecipeForm.From(recipe);

        Assert.Equal(ContentJson.Write(recipe), ContentJson.Write(form.ToContent(recipe)));
        Assert.Empty(form.Problems(recipe));
    }

    [Fact]
    public void Boxes_ticked_in_another_order_are_no_change()
    {
        var before = ARecipe.Content() with { Themes = ["caring-for-our-baby", "our-developing-baby"] };
        var form = RecipeForm.From(before);
        form.Themes.Reverse();

        Assert.Equal(before.Themes, form.ToContent(before).Themes);
    }

    [Fact]
    public void A_quarter_of_an_hour_in_words_is_asked_again_as_a_number()
    {
        var form = RecipeForm.From(ARecipe.Content());
        form.Steps[1].Minutes = "een kwartier";

        var problem = Assert.Single(form.Problems(form.ToContent(new())));

        Assert.Equal(("Steps[1].Minutes", "form.number"), (problem.Field, problem.Text));
        Assert.Equal("een kwartier", form.Steps[1].Minutes);
    }

    [Fact]
    public void Two_empty_rows_wait_and_are_dropped_again()
    {
        var form = RecipeForm.From(ARecipe.Content()).WithEmptyRows();
        var rows = form.Steps.Count;

        form.Tidy(Nothing, ARecipe.Content());

        Assert.Equal((4, 2), (rows, form.Steps.Count));
    }

    [Fact]
    public void An_id_that_no_list_knows_is_passed_over()
    {
        var form = RecipeForm.From(ARecipe.Content());
        form.Themes.Add("no-such-theme");

        form.Tidy(Nothing, ARecipe.Content());

        Assert.Equal(["our-developing-baby"], form.Themes);
    }

    [Fact]
    public void Line_ends_of_a_browser_are_no_change()
    {
        var before = ARecipe.Content() with { Description = new("Eerst dit.\n\nDan dat.") };
        var form = RecipeForm.From(before);
        form.Description.Nl = form.Description.Nl!.ReplaceLineEndings("\r\n");

        Assert.True(ContentJson.Same(before, form.ToContent(before)));
    }

    static Lists Nothing => new(null!);
}
