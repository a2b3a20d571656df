using Nestwerk.Playbook;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Playbook;

/// <summary>The sessions that come with the product: as good as we say they are.</summary>
public sealed class SampleBookTests
{
    static readonly IReadOnlyList<(string Id, RecipeContent Content)> Book = SampleBook.Read("Het Huis");
    static readonly string[] Avoided = ["recept", "recette", "dossier"];

    public static TheoryData<string> Ids => [.. Book.Select(recipe => recipe.Id)];

    static RecipeContent Of(string id) => Book.Single(recipe => recipe.Id == id).Content;

    [Fact, Trait("Row", "A1")]
    public void There_are_at_least_sixty_of_them() => Assert.True(Book.Count >= 60, $"{Book.Count}");

    [Theory, MemberData(nameof(Ids)), Trait("Row", "A1")]
    public void Each_may_be_published(string id) => Assert.Empty(RecipeRules.Publish(Of(id)));

    [Theory, MemberData(nameof(Ids)), Trait("Row", "A1")]
    public void The_steps_take_as_long_as_the_session(string id) =>
        Assert.Equal(Of(id).Minutes.Total, Of(id).Steps.Sum(step => step.Minutes));

    [Theory, MemberData(nameof(Ids))]
    public void Each_is_whole_in_three_languages(string id) => Assert.Empty(Of(id).MissingLanguages());

    [Theory, MemberData(nameof(Ids))]
    public void Each_session_itself_has_between_250_and_600_words_in_every_language(string id) =>
        Assert.All(Languages.All, language => Assert.InRange(Words(Of(id), language), 250, 600));

    [Theory, MemberData(nameof(Ids))]
    public void None_speaks_of_prescriptions_or_files(string id)
    {
        var words = Languages.All.SelectMany(language =>
            Of(id).AllWords().SelectMany(text => Folding.Fold(text.Exactly(language)).Split(' '))
        );

        Assert.DoesNotContain(words, word => Avoided.Any(avoided => word.StartsWith(avoided, StringComparison.Ordinal)));
    }

    [Fact, Trait("Row", "A4")]
    public void Every_theme_has_at_least_five()
    {
        var counts = Book.SelectMany(recipe => recipe.Content.Themes).CountBy(theme => theme).ToList();

        Assert.Equal(6, counts.Count);
        Assert.All(counts, count => Assert.True(count.Value >= 5, $"{count.Key}: {count.Value}"));
    }

    [Fact]
    public void Every_pillar_leads_at_least_fourteen()
    {
        var counts = Book.CountBy(recipe => Leading(recipe.Content.Minutes)).ToList();

        Assert.Equal(Pillars.All, counts.Select(count => count.Key).Order());
        Assert.All(counts, count => Assert.True(count.Value >= 14, $"{count.Key}: {count.Value}"));
    }

    [Fact, Trait("Row", "D2")]
    public void Every_resilience_helper_has_at_least_two()
    {
        var counts = Book.SelectMany(recipe => recipe.Content.Helpers).CountBy(helper => helper).ToList();

        Assert.Equal(Enum.GetValues<ResilienceHelper>(), counts.Select(count => count.Key).Order());
        Assert.All(counts, count => Assert.True(count.Value >= 2, $"{count.Key}: {count.Value}"));
    }

    /// <summary>The pillar with most minutes; of two alike, the first.</summary>
    static Pillar Leading(PillarMinutes minutes) => Pillars.All.MaxBy(pillar => minutes[pillar]);

    static int Words(RecipeContent recipe, string language) =>
        new[] { recipe.Title, recipe.Summary, recipe.ThemeLink, recipe.Description, recipe.Care }
            .Concat(recipe.Objectives)
            .Concat(recipe.Steps.Select(step => step.Text))
            .Sum(text => (text.Exactly(language) ?? "").Split((char[]?)null).Count(word => word.Any(char.IsLetterOrDigit)));
}
