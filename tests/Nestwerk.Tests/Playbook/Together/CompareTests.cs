using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Together;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook.Together;

/// <summary>Two versions beside each other, and a recipe that remembers where it came from.</summary>
[Trait("Row", "A10")]
public abstract class CompareTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task Two_versions_stand_beside_each_other_with_the_words_marked()
    {
        var recipe = await TwiceAsync();
        var page = await (await SignInAsync(Everybody.Facilitator)).GetAsync(TogetherLinks.Compare(recipe.Id, 1, 2));

        Assert.Equal(["Hoe het gaat"], page.FindAll("main section h3"));
        Assert.Equal(["kring"], page.FindAll(".theirs del"));
        Assert.Equal(["ruime cirkel"], page.FindAll(".yours ins"));
        Assert.Equal(["In een ruime cirkel."], page.FindAll(".yours [lang=nl]"));
    }

    [Fact]
    public async Task The_draft_can_be_compared_by_its_editors_only()
    {
        var recipe = await TwiceAsync();
        await App.InDbAsync(async db =>
        {
            var kept = await db.Set<Recipe>().SingleAsync(each => each.Id == recipe.Id);
            kept.Rewrite(kept.Draft with { Care = new("Geheim") }, Everybody.LibraryEditor.Id, Time.Utc);
            return await db.SaveChangesAsync();
        });
        var link = TogetherLinks.Compare(recipe.Id, 2, CompareModel.Draft);

        Assert.Contains("Geheim", (await (await SignInAsync(Everybody.LibraryEditor)).GetAsync(link)).Main);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignInAsync(Everybody.Facilitator)).GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignInAsync(Everybody.Stranger)).GetAsync(link)).Status);
    }

    [Theory]
    [InlineData("from=1&to=9")]
    [InlineData("from=0&to=1")]
    [InlineData("from=x&to=1")]
    public async Task A_version_that_does_not_exist_is_not_found(string asked)
    {
        var recipe = await TwiceAsync();
        var page = await (await SignInAsync(Everybody.Facilitator)).GetAsync($"{TogetherLinks.Compare(recipe.Id)}?{asked}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task An_unpublished_session_is_compared_by_nobody_else()
    {
        var recipe = ARecipe.Draft();
        await App.AddAsync(recipe);

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await SignInAsync(Everybody.Stranger)).GetAsync(TogetherLinks.Compare(recipe.Id))).Status
        );
    }

    [Fact]
    public async Task An_adapted_session_says_where_it_came_from_and_what_changed_there_since()
    {
        var origin = ARecipe.Published();
        await App.AddAsync(origin);
        var stranger = await SignInAsync(Everybody.Stranger);

        var draft = await (await stranger.GetAsync(TogetherLinks.Adapt(origin.Id))).PressAsync(
            "main form button",
            ("Book", $"{Place.Liege.BookId}")
        );
        var id = Guid.Parse(draft.Path.Split('/')[3]);
        Assert.Contains("versie 1", (await stranger.GetAsync(Links.Recipe(id))).Main);
        Assert.DoesNotContain(TogetherLinks.Origin(id), (await stranger.GetAsync(Links.Recipe(id))).Text);
        await PublishAgainAsync(origin);

        Assert.Contains(await App.AttentionAsync(Everybody.Stranger), row => row.Link.EndsWith("/origin", StringComparison.Ordinal));
        var changed = await (await stranger.GetAsync(Links.Recipe(id))).FollowAsync($"a[href='{TogetherLinks.Origin(id)}']");
        Assert.Equal(["kring"], changed.FindAll(".theirs del"));
        var seen = await changed.PressAsync("button[name=seen]");

        Assert.Contains("versie 2", seen.Main);
        Assert.DoesNotContain(TogetherLinks.Origin(id), seen.Text);
        Assert.Equal(["recipe.adapted", "recipe.origin-seen"], await App.EventsAsync(id));
        Assert.Equal(
            (origin.Id, 2),
            await App.InDbAsync(async db =>
            {
                var kept = await db.Set<Recipe>().SingleAsync(each => each.Id == id);
                return (kept.OriginId!.Value, kept.OriginNumber!.Value);
            })
        );
    }

    [Fact]
    public async Task An_origin_that_is_gone_is_said_without_a_link()
    {
        var origin = ARecipe.Published(ARecipe.Content("Verdwenen"));
        origin.Delete(Time.Utc);
        var mine = new Recipe
        {
            Id = Ids.New(),
            BookId = Place.Liege.BookId,
            OriginId = origin.Id,
            OriginNumber = 1,
        };
        mine.Rewrite(ARecipe.Content("Van mij"), Everybody.Stranger.Id, Time.Utc);
        await App.AddAsync(origin, mine);
        var stranger = await SignInAsync(Everybody.Stranger);

        var page = await stranger.GetAsync(Links.Recipe(mine.Id));

        Assert.Contains("die niet meer in het draaiboek staat", page.Main);
        Assert.DoesNotContain($"{origin.Id}", page.Text);
        Assert.DoesNotContain("Verdwenen", page.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(TogetherLinks.Origin(mine.Id))).Status);
    }

    [Fact]
    public async Task Nothing_is_adapted_into_a_book_that_is_not_hers_nor_from_a_draft()
    {
        var (origin, draft) = (ARecipe.Published(), ARecipe.Draft());
        await App.AddAsync(origin, draft);
        var stranger = await SignInAsync(Everybody.Stranger);

        var page = await (await stranger.GetAsync(TogetherLinks.Adapt(origin.Id))).PressAsync(
            "main form button",
            ("Book", $"{Place.Ninove.BookId}")
        );

        Assert.Single(page.Errors);
        Assert.False(await App.InDbAsync(db => db.Set<Recipe>().AnyAsync(each => each.OriginId == origin.Id)));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(TogetherLinks.Adapt(draft.Id))).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await SignInAsync(Everybody.Facilitator)).GetAsync(TogetherLinks.Adapt(origin.Id))).Status
        );
    }

    async Task<Recipe> TwiceAsync()
    {
        var recipe = ARecipe.Published();
        Again(recipe);
        await App.AddAsync(recipe);
        return recipe;
    }

    Task<int> PublishAgainAsync(Recipe recipe) =>
        App.InDbAsync(async db =>
        {
            Again(await db.Set<Recipe>().Include(each => each.Versions).SingleAsync(each => each.Id == recipe.Id));
            return await db.SaveChangesAsync();
        });

    void Again(Recipe recipe)
    {
        recipe.Rewrite(
            recipe.Draft with
            {
                Description = recipe.Draft.Description with { Nl = "In een ruime cirkel." },
            },
            Everybody.LibraryEditor.Id,
            Time.Utc
        );
        recipe.Publish("ruimer", Everybody.LibraryEditor.Id, Time.Utc);
    }
}

public sealed class CompareOnSqlite(SqliteHost host) : CompareTests(host), IClassFixture<SqliteHost>;

public sealed class CompareOnPostgres(PostgresHost host) : CompareTests(host), IClassFixture<PostgresHost>;
