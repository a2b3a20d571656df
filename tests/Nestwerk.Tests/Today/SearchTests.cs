using System.Net;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Today;

/// <summary>One box for everything she may see, and for nothing else. Each test has a word of its own.</summary>
public abstract class SearchTests(TestHost host) : WebTests(host)
{
    const string Meetings = "section[aria-labelledby=meetings] h3";
    const string Recipes = "section[aria-labelledby=recipes] h3";
    const string People = "section[aria-labelledby=people] h3";

    [Fact]
    public async Task A_meeting_is_found_by_its_title_at_home_and_by_her_who_coordinates_and_by_nobody_of_another_network()
    {
        await App.AddAsync(APlan.By(Everybody.Facilitator, APlan.Facts("Kwetterende spreeuwen")));

        foreach (
            var (who, expected) in new[]
            {
                (Everybody.Facilitator, 1),
                (Everybody.Colleague, 1),
                (Everybody.Coordinator, 1),
                (Everybody.Neighbour, 0),
                (Everybody.Stranger, 0),
                (Everybody.LibraryEditor, 0),
            }
        )
        {
            var page = await (await SignInAsync(who)).GetAsync("/search?q=spreeuwen");
            Assert.Equal(expected, page.FindAll(Meetings).Count);
            Assert.Equal(expected == 0, page.Main.Contains("Niets gevonden", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_coordinator_finds_what_her_neighbours_prepare()
    {
        await App.AddAsync(APlan.By(Everybody.Neighbour, APlan.Facts("Buurtooievaar")));
        var me = await SignInAsync(Everybody.Coordinator);

        Assert.Equal(["Buurtooievaar"], (await me.GetAsync("/search?q=buurtooievaar")).FindAll(Meetings));
    }

    [Fact]
    public async Task What_was_deleted_is_not_found_and_what_is_in_the_archive_says_so()
    {
        var (kept, deleted) = (
            APlan.By(Everybody.Facilitator, APlan.Facts("Zwaluw één")),
            APlan.By(Everybody.Facilitator, APlan.Facts("Zwaluw twee"))
        );
        kept.Archive(ManualTime.Start.UtcDateTime);
        deleted.Delete(ManualTime.Start.UtcDateTime);
        await App.AddAsync(kept, deleted);
        var me = await SignInAsync(Everybody.Facilitator);

        var page = await me.GetAsync("/search?q=zwaluw");

        Assert.Equal(["Zwaluw één"], page.FindAll(Meetings));
        Assert.Contains("in het archief", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_and_recipes_that_were_put_away_are_not_found()
    {
        var (archived, deleted) = (ARecipe.Published(ARecipe.Content("Merel weg")), ARecipe.Published(ARecipe.Content("Merel weggedaan")));
        archived.Archive(ManualTime.Start.UtcDateTime);
        deleted.Delete(ManualTime.Start.UtcDateTime);
        await App.AddAsync(
            ARecipe.Published(ARecipe.Content("Merel in gebruik")),
            ARecipe.Draft(ARecipe.Content("Merel ontwerp")),
            archived,
            deleted
        );
        var me = await SignInAsync(Everybody.LibraryEditor);

        Assert.Equal(["Merel in gebruik"], (await me.GetAsync("/search?q=merel")).FindAll(Recipes));
    }

    [Theory, Trait("Row", "X")]
    [InlineData("koekoek eclair")]
    [InlineData("KOEKOEK ÉCLAIR")]
    [InlineData("  Éclair,   koekoek! ")]
    public async Task Accents_capitals_and_the_order_of_words_do_not_matter(string words)
    {
        await using var app = await TheHost.StartAnotherAsync();
        await app.AddAsync(
            ARecipe.Published(ARecipe.Content("Koekoek Éclair")),
            APlan.By(Everybody.Facilitator, APlan.Facts("Koekoek en Eclaïr"))
        );
        var me = await app.SignInAsync(Everybody.Facilitator);

        var page = await me.GetAsync("/search?q=" + Uri.EscapeDataString(words));

        Assert.Equal(["Koekoek Éclair"], page.FindAll(Recipes));
        Assert.Equal(["Koekoek en Eclaïr"], page.FindAll(Meetings));
    }

    [Fact]
    public async Task A_title_stands_before_a_text_that_only_names_the_word_and_the_rest_is_in_the_book()
    {
        var others = Enumerable
            .Range(0, 11)
            .Select(number => ARecipe.Published(ARecipe.Content($"A {number:00}") with { Summary = new("Over de wielewaal.") }));
        await App.AddAsync([.. others, ARecipe.Published(ARecipe.Content("Zo zingt de wielewaal"))]);
        var me = await SignInAsync(Everybody.Facilitator);

        var page = await me.GetAsync("/search?q=wielewaal");
        var found = page.FindAll(Recipes);
        var book = await page.FollowAsync("section[aria-labelledby=recipes] p > a[href^='/playbook?']");

        Assert.Equal(10, found.Count);
        Assert.Equal("Zo zingt de wielewaal", found[0]);
        Assert.Equal(12, book.FindAll(".recipes h3").Count);
    }

    [Fact]
    public async Task Of_many_meetings_the_latest_ten_are_shown()
    {
        var plans = Enumerable
            .Range(1, 12)
            .Select(day => APlan.By(Everybody.Facilitator, APlan.Facts($"Fitis {day:00}") with { Date = new(2027, 4, day) }));
        await App.AddAsync([.. plans]);
        var me = await SignInAsync(Everybody.Facilitator);

        var page = await me.GetAsync("/search?q=fitis");

        Assert.Equal(Enumerable.Range(3, 10).Reverse().Select(day => $"Fitis {day:00}"), page.FindAll(Meetings));
        Assert.Contains("Er zijn er meer", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colleagues_are_found_by_her_who_looks_after_them_and_only_at_her_own_house()
    {
        var admin = await SignInAsync(Everybody.Admin);

        var hers = await admin.GetAsync("/search?q=de+smét");
        var former = await admin.GetAsync("/search?q=hermans");
        var person = await hers.FollowAsync("section[aria-labelledby=people] h3 a");

        Assert.Equal([Everybody.Facilitator.Name], hers.FindAll(People));
        Assert.Contains("werkte hier vroeger", former.Main, StringComparison.Ordinal);
        Assert.Equal(Everybody.Facilitator.Name, person.Title);
        Assert.Empty((await admin.GetAsync("/search?q=aerts")).FindAll(People));
        Assert.Empty((await admin.GetAsync("/search?q=lambert")).FindAll(People));
        Assert.Empty((await (await SignInAsync(Everybody.Facilitator)).GetAsync("/search?q=hermans")).FindAll(People));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=+")]
    [InlineData("?q=a")]
    [InlineData("?q=%25")]
    [InlineData("?q=_")]
    [InlineData("?q=%27%22")]
    [InlineData("?q=%F0%9F%91%B6")]
    public async Task Too_little_to_search_with_is_answered_with_what_can_be_found(string query)
    {
        var me = await SignInAsync(Everybody.Admin);

        var page = await me.GetAsync("/search" + query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(3, page.FindAll(".note li").Count);
        Assert.Empty(page.FindAll("main h3"));
    }

    [Theory]
    [InlineData("100%25_zeker")]
    [InlineData("%27;drop%20table%20Recipes;--")]
    [InlineData("%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("%5C%25%5C_")]
    [InlineData("q%F0%9F%91%B6q%F0%9F")]
    public async Task Strange_signs_are_only_words(string query)
    {
        var me = await SignInAsync(Everybody.Facilitator);

        var page = await me.GetAsync("/search?q=" + query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.FindAll("main h3"));
        Assert.Empty(page.Html.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task A_whole_page_of_words_is_cut_and_the_page_says_so()
    {
        await App.AddAsync(APlan.By(Everybody.Facilitator, APlan.Facts("Roodborst een twee drie vier vijf zes zeven")));
        var me = await SignInAsync(Everybody.Facilitator);

        var many = await me.GetAsync("/search?q=Roodborst+een+twee+drie+vier+vijf+zes+zeven+acht+" + new string('x', 300));
        var endless = await me.GetAsync("/search?q=" + new string('x', 3000));

        Assert.Single(many.FindAll(Meetings));
        Assert.Contains("Dat was veel tegelijk", many.Main, StringComparison.Ordinal);
        Assert.Equal(100, endless.Find("#q").GetAttribute("value")!.Length);
        Assert.Contains("Niets gevonden", endless.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_box_in_the_bar_leads_here_and_stands_only_before_her_who_may_search()
    {
        var me = await SignInAsync(Everybody.Facilitator);
        var postless = await SignInAsync(Everybody.Postless);

        var found = await (await me.GetAsync("/playbook/plans")).PressAsync("form.find", ("q", "nachtegaal"));
        var refused = await postless.GetAsync("/search?q=nachtegaal");

        Assert.Equal("/search?q=nachtegaal", found.Path);
        Assert.Empty((await postless.GetAsync("/account")).FindAll("form.find"));
        Assert.Empty((await Visitor().GetAsync("/nl")).FindAll("form.find"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.StartsWith("/sign-in", (await Visitor().GetAsync("/search?q=x")).Path, StringComparison.Ordinal);
    }
}

public sealed class SearchOnSqlite(SqliteHost host) : SearchTests(host), IClassFixture<SqliteHost>;

public sealed class SearchOnPostgres(PostgresHost host) : SearchTests(host), IClassFixture<PostgresHost>;
