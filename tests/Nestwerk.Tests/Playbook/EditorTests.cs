using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Playbook;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

/// <summary>Writing and publishing over HTTP: what is typed is never lost, and what is published is right.</summary>
public abstract class EditorTests(TestHost host) : WebTests(host)
{
    const string Save = "main form .actions button.primary";

    [Fact, Trait("Row", "A1")]
    public async Task A_session_without_duration_is_kept_as_draft_and_refused_for_publishing()
    {
        var browser = await SignInAsync(Everybody.LibraryEditor);
        var form = await browser.GetAsync("/playbook/recipes/new");

        var saved = await form.PressAsync(
            Save,
            ("Input.Title.Nl", "Nieuw"),
            ("Input.Objectives[0].Nl", "Doel"),
            ("Input.Themes", "our-developing-baby"),
            ("Input.Description.Nl", "Zo.")
        );
        var publish = await browser.GetAsync(saved.Path.Split('?')[0].Replace("/edit", "/publish", StringComparison.Ordinal));
        var refused = await publish.PressAsync(Save);

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Contains("hoeveel minuten", Assert.Single(refused.Errors));
        Assert.EndsWith("/edit#Input_Minutes", refused.Find("#errors a").GetAttribute("href"));
        Assert.Equal(
            0,
            await App.InDbAsync(db =>
                db.Set<Recipe>().Where(recipe => recipe.Id == IdIn(saved)).Select(recipe => recipe.Published).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task Publishing_makes_a_version_with_its_note_and_a_row_in_the_trail()
    {
        var (browser, recipe) = await WithAsync(ARecipe.Draft());
        var page = await browser.GetAsync(Links.Recipe(recipe.Id, "publish"));

        browser.Follows = false;
        var answer = await page.PressAsync(Save);

        Assert.Equal(Links.Recipe(recipe.Id), answer.Location);
        Assert.Equal(
            "Eerste versie",
            await App.InDbAsync(db =>
                db.Set<RecipeVersion>().Where(version => version.RecipeId == recipe.Id).Select(version => version.ChangeNote).SingleAsync()
            )
        );
        Assert.True(
            await App.InDbAsync(db => db.Set<AuditRow>().AnyAsync(row => row.Event == "recipe.published" && row.SubjectId == recipe.Id))
        );
    }

    [Fact]
    public async Task Publishing_what_did_not_change_says_so()
    {
        var (browser, recipe) = await WithAsync(ARecipe.Published());

        var page = await browser.GetAsync(Links.Recipe(recipe.Id, "publish"));

        Assert.Equal("Er is niets te publiceren", page.Title);
    }

    [Fact]
    public async Task Wrong_answers_come_back_as_they_were_typed()
    {
        var (browser, recipe) = await WithAsync(ARecipe.Draft());
        var form = await browser.GetAsync(Links.Recipe(recipe.Id, "edit"));
        var long5000 = new string('é', 5000);

        var again = await form.PressAsync(
            Save,
            ("Input.Title.Fr", long5000),
            ("Input.Minutes.Know", "een kwartier"),
            ("Input.Minutes.Do", "-5"),
            ("Input.Audience", "77"),
            ("Input.Themes", "no-such-theme")
        );

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(4, again.Errors.Count);
        Assert.Equal(long5000, again.Find("#Input_Title_Fr").GetAttribute("value"));
        Assert.Equal("een kwartier", again.Find("#Input_Minutes_Know").GetAttribute("value"));
        Assert.Equal("-5", again.Find("#Input_Minutes_Do").GetAttribute("value"));
        Assert.All(again.Html.QuerySelectorAll("#errors a"), link => Assert.NotNull(again.Html.QuerySelector(link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Another_row_keeps_everything_and_stores_nothing()
    {
        var (browser, recipe) = await WithAsync(ARecipe.Draft());
        var form = await browser.GetAsync(Links.Recipe(recipe.Id, "edit"));
        var rows = form.FindAll("#Input_Steps > li").Count;

        var more = await form.PressAsync(
            "button[value=steps]",
            ("Input.Steps[0].Text.Nl", "Half getypt"),
            ("Input.Steps[0].Minutes", "tien")
        );

        Assert.Equal(rows + 1, more.FindAll("#Input_Steps > li").Count);
        Assert.Equal("Half getypt", more.Find("#Input_Steps_0__Text_Nl").TextContent.Trim());
        Assert.Equal("tien", more.Find("#Input_Steps_0__Minutes").GetAttribute("value"));
        Assert.Equal(recipe.Revision, await RevisionAsync(recipe));
    }

    [Fact]
    public async Task A_row_marked_to_go_and_empty_rows_are_dropped()
    {
        var (browser, recipe) = await WithAsync(ARecipe.Draft());
        var form = await browser.GetAsync(Links.Recipe(recipe.Id, "edit"));

        await form.PressAsync(Save, ("Input.Steps[0].Remove", "true"));

        var draft = await App.InDbAsync(db =>
            db.Set<Recipe>().Where(each => each.Id == recipe.Id).Select(each => each.Draft).SingleAsync()
        );
        Assert.Equal(["Praat samen."], draft.Steps.Select(step => step.Text.Nl));
    }

    [Fact]
    public async Task Two_editors_at_once_lose_nothing()
    {
        var (browser, recipe) = await WithAsync(ARecipe.Draft());
        var mine = await browser.GetAsync(Links.Recipe(recipe.Id, "edit"));
        var theirs = await browser.GetAsync(Links.Recipe(recipe.Id, "edit"));
        await theirs.PressAsync(Save, ("Input.Summary.Nl", "Hun zin."));

        var both = await mine.PressAsync(Save, ("Input.Care.Nl", "Mijn zorg."), ("Input.Summary.Nl", "Mijn zin."));

        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Contains("Hun zin.", string.Join(' ', both.FindAll(".diff .theirs")));
        Assert.Contains("Mijn zin.", string.Join(' ', both.FindAll(".diff .yours")));
        Assert.Equal("Mijn zorg.", both.Find("#Input_Care_Nl").TextContent.Trim());

        var saved = await both.PressAsync(Save, ("Take", "Summary"));

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var draft = await App.InDbAsync(db =>
            db.Set<Recipe>().Where(each => each.Id == recipe.Id).Select(each => each.Draft).SingleAsync()
        );
        Assert.Equal(("Hun zin.", "Mijn zorg."), (draft.Summary.Nl, draft.Care.Nl));
    }

    [Theory]
    [InlineData("edit")]
    [InlineData("publish")]
    [InlineData("read-through")]
    [InlineData("delete")]
    [InlineData("archive")]
    public async Task Somebody_elses_book_does_not_exist(string verb)
    {
        var (_, recipe) = await WithAsync(ARecipe.Published());
        var stranger = await SignInAsync(Everybody.Stranger);

        var page = await stranger.GetAsync(Links.Recipe(recipe.Id, verb));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task A_new_session_in_somebody_elses_book_is_not_made()
    {
        var browser = await SignInAsync(Everybody.LibraryEditor);
        var form = await browser.GetAsync("/playbook/recipes/new");

        var page = await form.PressAsync(Save, ("Input.Title.Nl", "Indringer"), ("Book", $"{Place.Liege.BookId}"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(
            Place.Ninove.BookId,
            await App.InDbAsync(db => db.Set<Recipe>().Where(each => each.Id == IdIn(page)).Select(each => each.BookId).SingleAsync())
        );
    }

    async Task<(Browser Browser, Recipe Recipe)> WithAsync(Recipe recipe)
    {
        await App.AddAsync(recipe);
        return (await SignInAsync(Everybody.LibraryEditor), recipe);
    }

    Task<long> RevisionAsync(Recipe recipe) =>
        App.InDbAsync(db => db.Set<Recipe>().Where(each => each.Id == recipe.Id).Select(each => each.Revision).SingleAsync());

    static Guid IdIn(Page page) => Guid.Parse(page.Path.Split('/')[3]);
}

public sealed class EditorOnSqlite(SqliteHost host) : EditorTests(host), IClassFixture<SqliteHost>;

public sealed class EditorOnPostgres(PostgresHost host) : EditorTests(host), IClassFixture<PostgresHost>;
