using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Together;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook.Together;

/// <summary>Notes beside a recipe, for colleagues of one house; and what wants to be read again.</summary>
public abstract class MarginTests(TestHost host) : WebTests(host)
{
    const string Save = "main form .primary";

    [Fact]
    public async Task Colleagues_of_the_same_house_read_a_note_and_nobody_else()
    {
        var recipe = ARecipe.Published();
        await App.AddAsync(recipe);
        var mine = await SignInAsync(Everybody.Facilitator);
        await (await mine.GetAsync(TogetherLinks.Notes(recipe.Id))).PressAsync(
            Save,
            ("Rubric", "material"),
            ("Text", "Neem extra matjes.")
        );

        Assert.Contains("Neem extra matjes.", (await (await SignInAsync(Everybody.Colleague)).GetAsync(Links.Recipe(recipe.Id))).Main);
        foreach (var who in new[] { Everybody.Neighbour, Everybody.Stranger, Everybody.LibraryEditor })
            Assert.DoesNotContain("extra matjes", (await (await SignInAsync(who)).GetAsync(Links.Recipe(recipe.Id))).Text);
        Assert.DoesNotContain("extra matjes", (await mine.GetAsync(Links.Recipe(recipe.Id, "card"))).Text);
    }

    [Fact]
    public async Task A_coordinator_of_the_network_does_not_read_along()
    {
        var recipe = ARecipe.Published();
        await App.AddAsync(recipe);
        var neighbour = await SignInAsync(Everybody.Neighbour);
        await (await neighbour.GetAsync(TogetherLinks.Notes(recipe.Id))).PressAsync(
            Save,
            ("Rubric", "theme"),
            ("Text", "Alleen voor Lede.")
        );

        var page = await (await SignInAsync(Everybody.Coordinator)).GetAsync(Links.Recipe(recipe.Id));

        Assert.DoesNotContain("Alleen voor Lede.", page.Text);
    }

    [Fact]
    public async Task Only_who_wrote_a_note_changes_or_removes_it()
    {
        var recipe = ARecipe.Published();
        var note = Note(recipe);
        await App.AddAsync(recipe, note);
        var mine = await SignInAsync(Everybody.Facilitator);
        var colleague = await SignInAsync(Everybody.Colleague);
        var theirs = await colleague.GetAsync(TogetherLinks.Notes(recipe.Id));

        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"{TogetherLinks.Notes(recipe.Id)}?note={note.Id}")).Status);
        foreach (var handler in new[] { "", "?handler=Remove" })
        {
            var refused = await colleague.PostAsync(
                TogetherLinks.Notes(recipe.Id) + handler,
                theirs.Token(),
                ("Note", $"{note.Id}"),
                ("Text", "Overschreven")
            );
            Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        }
        var changed = await (await mine.GetAsync($"{TogetherLinks.Notes(recipe.Id)}?note={note.Id}")).PressAsync(
            Save,
            ("Text", "Beter zo.")
        );
        Assert.Contains("Beter zo.", changed.Main);
        var removed = await changed.PressAsync("form[action$=Remove] button");

        Assert.DoesNotContain("Beter zo.", removed.Main);
        Assert.Equal(["margin-note.changed", "margin-note.removed"], await App.EventsAsync(note.Id));
    }

    [Fact]
    public async Task A_note_that_is_empty_too_long_or_for_another_house_is_not_kept()
    {
        var recipe = ARecipe.Published();
        await App.AddAsync(recipe);
        var page = await (await SignInAsync(Everybody.Facilitator)).GetAsync(TogetherLinks.Notes(recipe.Id));
        var tooLong = new string('x', Margin.NoteLength + 1);

        Assert.Single((await page.PressAsync(Save, ("Text", " "))).Errors);
        Assert.Equal(tooLong, (await page.PressAsync(Save, ("Text", tooLong))).Find("#Text").TextContent.Trim());
        Assert.Equal(HttpStatusCode.NotFound, (await page.PressAsync(Save, ("Text", "Hoi"), ("House", $"{Place.Lede.Id}"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await page.PressAsync(Save, ("Text", "Hoi"), ("Rubric", "elsewhere"))).Status);
        Assert.False(await App.InDbAsync(db => db.Set<MarginNote>().AnyAsync(each => each.RecipeId == recipe.Id)));
    }

    [Fact]
    public async Task A_draft_of_another_book_has_no_margin()
    {
        var recipe = ARecipe.Draft();
        await App.AddAsync(recipe);

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await SignInAsync(Everybody.Facilitator)).GetAsync(TogetherLinks.Notes(recipe.Id))).Status
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await SignInAsync(Everybody.LibraryEditor)).GetAsync(TogetherLinks.Notes(recipe.Id))).Status
        );
    }

    [Fact]
    public async Task What_must_be_read_again_reminds_the_editors_of_its_book()
    {
        var (late, fine) = (ARecipe.Published(ARecipe.Content("Te laat")), ARecipe.Published(ARecipe.Content("In orde")));
        late.Newest().ReadThroughs.Add(Read(Time.Today.AddDays(20)));
        fine.Newest().ReadThroughs.Add(Read(Time.Today.AddYears(1)));
        await App.AddAsync(late, fine);

        var page = await (await SignInAsync(Everybody.LibraryEditor)).GetAsync(TogetherLinks.ReadAgain);

        Assert.Contains("Te laat", page.Main);
        Assert.DoesNotContain("In orde", page.Main);
        Assert.Contains(await App.AttentionAsync(Everybody.LibraryEditor), row => row.Link == TogetherLinks.ReadAgain);
        Assert.DoesNotContain("Te laat", (await (await SignInAsync(Everybody.Stranger)).GetAsync(TogetherLinks.ReadAgain)).Main);
        Assert.DoesNotContain(await App.AttentionAsync(Everybody.Facilitator), row => row.Link == TogetherLinks.ReadAgain);
    }

    static ReadThrough Read(DateOnly again) =>
        new()
        {
            Id = Ids.New(),
            By = "Iemand",
            On = new(2026, 1, 1),
            AgainBefore = again,
            RecordedBy = Everybody.LibraryEditor.Id,
        };

    MarginNote Note(Recipe recipe) =>
        new()
        {
            Id = Ids.New(),
            RecipeId = recipe.Id,
            OrganisationId = Place.Ninove.Id,
            WrittenBy = Everybody.Facilitator.Id,
            WrittenAt = Time.Utc,
            Rubric = "duration",
            Text = "Eerst.",
        };
}

public sealed class MarginOnSqlite(SqliteHost host) : MarginTests(host), IClassFixture<SqliteHost>;

public sealed class MarginOnPostgres(PostgresHost host) : MarginTests(host), IClassFixture<PostgresHost>;
