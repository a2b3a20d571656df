using Nestwerk.Playbook;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

public sealed class RecipeTests
{
    static readonly DateTime Now = ManualTime.Start.UtcDateTime;
    static readonly Guid Dina = Everybody.LibraryEditor.Id;

    [Fact]
    public void Publishing_again_leaves_the_first_version_as_it_was()
    {
        var recipe = ARecipe.Published();
        var first = ContentJson.Write(recipe.Versions[0].Content);

        recipe.Rewrite(ARecipe.Content("Handen op de rug"), Dina, Now);
        recipe.Publish("andere titel", Dina, Now);

        Assert.Equal(first, ContentJson.Write(recipe.Versions[0].Content));
        Assert.Equal([false, true], recipe.Versions.Select(version => version.IsNewest));
        Assert.Equal([1, 2], recipe.Versions.Select(version => version.Number));
    }

    [Fact]
    public void Writing_the_same_text_again_changes_nothing()
    {
        var recipe = ARecipe.Draft();
        var revision = recipe.Revision;

        var changed = recipe.Rewrite(ARecipe.Content(), Everybody.Stranger.Id, Now.AddDays(1));

        Assert.False(changed);
        Assert.Equal((revision, Dina), (recipe.Revision, recipe.DraftedBy));
    }

    [Fact]
    public void A_draft_that_differs_from_the_newest_version_waits_to_be_published()
    {
        var recipe = ARecipe.Published();

        recipe.Rewrite(ARecipe.Content() with { Author = "Iemand anders" }, Dina, Now);

        Assert.True(recipe.HasUnpublishedChanges(recipe.Newest().Content));
    }

    [Fact]
    public void What_was_deleted_comes_back_whole()
    {
        var recipe = ARecipe.Published();
        recipe.Archive(Now);

        recipe.Delete(Now);
        recipe.Restore();

        Assert.Null(recipe.DeletedAt);
        Assert.Equal(Now, recipe.ArchivedAt);
    }

    [Fact]
    public void A_version_is_found_by_words_without_accents() =>
        Assert.Contains("bebe", new RecipeVersion(Ids.New(), 1, ARecipe.Content("Le bébé")).SearchText);
}
