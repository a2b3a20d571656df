using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Playbook;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

/// <summary>The lists that editors own.</summary>
public abstract class ListsTests(TestHost host) : WebTests(host)
{
    static string Rename(string theme) => $"li[id='Themes-{theme}'] details form";

    [Fact, Trait("Row", "A4")]
    public async Task Renaming_a_theme_renames_it_everywhere()
    {
        var (draft, published) = (ARecipe.Draft(), ARecipe.Published());
        await App.AddAsync(draft, published);
        var browser = await SignInAsync(Everybody.LibraryEditor);

        await (await browser.GetAsync(Links.Lists)).PressAsync(Rename("our-developing-baby"), ("Input.Nl", "Een kind in wording"));

        Assert.Contains("Een kind in wording", (await browser.GetAsync(Links.Lists)).Main);
        Assert.Contains("Een kind in wording", (await browser.GetAsync(Links.Version(published.Id, 1))).Main);
        Assert.Contains("Een kind in wording", (await browser.GetAsync(Links.Recipe(draft.Id, "edit"))).Main);
    }

    [Fact]
    public async Task Two_names_at_once_are_shown_side_by_side()
    {
        var browser = await SignInAsync(Everybody.LibraryEditor);
        var mine = await browser.GetAsync(Links.Lists);
        await mine.PressAsync(Rename("caring-for-our-baby"), ("Input.Nl", "Hun naam"));

        var both = await mine.PressAsync(Rename("caring-for-our-baby"), ("Input.Nl", "Mijn naam"));

        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Contains("Hun naam", both.Find(".diff .theirs").TextContent);
        Assert.Contains("Mijn naam", both.Find(".diff .yours").TextContent);
        Assert.Equal("Hun naam", await NameAsync("caring-for-our-baby"));

        await both.PressAsync(Rename("caring-for-our-baby"));

        Assert.Equal("Mijn naam", await NameAsync("caring-for-our-baby"));
    }

    [Fact]
    public async Task A_new_theme_gets_an_id_of_its_own_and_a_place_at_the_end()
    {
        var browser = await SignInAsync(Everybody.LibraryEditor);
        var page = await browser.GetAsync(Links.Lists);

        var added = await page.PressAsync(
            "section[aria-labelledby=Themes] > details form",
            ("Input.Nl", "Broers & zussen"),
            ("Input.En", "Brothers & sisters")
        );
        var refused = await added.PressAsync("section[aria-labelledby=Themes] > details form", ("Input.Nl", "broers  zussen"));

        Assert.NotNull(await NameAsync("brothers-sisters"));
        Assert.NotEmpty(refused.Errors);
    }

    [Fact]
    public async Task A_theme_moves_up_and_may_be_retired()
    {
        var browser = await SignInAsync(Everybody.LibraryEditor);
        var page = await browser.GetAsync(Links.Lists);

        page = await page.PressAsync("li[id='Themes-changes-for-me-and-us'] button[value='-1']");
        page = await page.PressAsync("li[id='Themes-giving-birth-and-meeting-our-baby'] button[name=retired]");

        var themes = await App.InDbAsync(db => db.Set<Theme>().AsNoTracking().OrderBy(theme => theme.Position).ToListAsync());
        Assert.Equal("changes-for-me-and-us", themes[0].Id);
        Assert.True(themes.Single(theme => theme.Id == "giving-birth-and-meeting-our-baby").Retired);
    }

    [Fact]
    public async Task A_facilitator_does_not_get_in() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignInAsync(Everybody.Facilitator)).GetAsync(Links.Lists)).Status);

    Task<string?> NameAsync(string theme) =>
        App.InDbAsync(db => db.Set<Theme>().Where(each => each.Id == theme).Select(each => each.Name.Nl).SingleOrDefaultAsync());
}

public sealed class ListsOnSqlite(SqliteHost host) : ListsTests(host), IClassFixture<SqliteHost>;

public sealed class ListsOnPostgres(PostgresHost host) : ListsTests(host), IClassFixture<PostgresHost>;
