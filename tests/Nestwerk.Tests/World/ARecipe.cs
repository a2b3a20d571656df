using Nestwerk.Playbook;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.World;

/// <summary>Makes recipes that are right in every way but the one a test is about.</summary>
public static class ARecipe
{
    /// <summary>A content that may be published: half an hour, all three pillars, three languages.</summary>
    public static RecipeContent Content(string title = "Handen op de buik") =>
        new()
        {
            Title = new(title, title + " (fr)", title + " (en)"),
            Summary = new("Voel je baby bewegen.", "Sentez bouger votre bébé.", "Feel your baby move."),
            Objectives = [new("Ouders leggen contact.", "Les parents créent un lien.", "Parents make contact.")],
            ThemeLink = new("Een baby voelt mee.", "Un bébé ressent.", "A baby feels along."),
            Description = new("In een kring.", "En cercle.", "In a circle."),
            Steps =
            [
                new(10, Talks.Facilitator, new("Vertel.", "Racontez.", "Tell.")),
                new(20, Talks.Parents, new("Praat samen.", "Parlez ensemble.", "Talk together.")),
            ],
            Minutes = new(10, 10, 10),
            Materials = [new(new("matje", "tapis", "mat"), 1, Per.Person)],
            Themes = ["our-developing-baby"],
            Goals = ["informed"],
            Author = Place.Ninove.Name,
            Licence = "CC-BY-SA-4.0",
        };

    /// <summary>A recipe in Ninove's book, unless another is named, published once.</summary>
    public static Recipe Published(RecipeContent? content = null, Place? at = null, Book? book = null)
    {
        var recipe = Draft(content, at, book);
        recipe.Publish("eerste versie", Everybody.LibraryEditor.Id, ManualTime.Start.UtcDateTime);
        return recipe;
    }

    /// <summary>A recipe that only editors see.</summary>
    public static Recipe Draft(RecipeContent? content = null, Place? at = null, Book? book = null)
    {
        var recipe = new Recipe { Id = Ids.New(), BookId = book?.Id ?? (at ?? Place.Ninove).BookId };
        recipe.Rewrite(content ?? Content(), Everybody.LibraryEditor.Id, ManualTime.Start.UtcDateTime);
        return recipe;
    }

    public static RecipeVersion Newest(this Recipe recipe) => recipe.Versions.Single(version => version.IsNewest);
}
