using System.Net;
using Nestwerk.Playbook;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

public abstract class LibraryPagesTests(TestHost host) : WebTests(host)
{
    [Fact, Trait("Row", "A5")]
    public async Task A_filter_of_75_minutes_12_people_no_projector_new_parents_lists_only_what_fits()
    {
        await App.AddAsync(
            Recipe("Past precies", c => c),
            Recipe("Te lang", c => c with { Minutes = new(40, 20, 20) }),
            Recipe("Te kleine groep", c => c with { GroupSize = new(4, 11) }),
            Recipe("Te grote groep", c => c with { GroupSize = new(13, 20) }),
            Recipe("Met projector", c => c with { Settings = ["room", "projector"] }),
            Recipe("Voor zwangeren", c => c with { Audience = Audience.Pregnancy }),
            Recipe("Voor iedereen", c => c with { Audience = Audience.Both })
        );
        var me = await SignInAsync(Everybody.Facilitator);

        var page = await me.GetAsync("/playbook?minutes=75&people=12&without=projector&audience=after-birth&q=vijfenzeventig");

        Assert.Equal(["Past precies", "Voor iedereen"], page.FindAll(".recipes h3"));

        static Recipe Recipe(string title, Func<RecipeContent, RecipeContent> change) =>
            ARecipe.Published(
                change(
                    ARecipe.Content(title) with
                    {
                        Summary = new("vijfenzeventig"),
                        Audience = Audience.AfterBirth,
                        Minutes = new(25, 25, 25),
                        GroupSize = new(6, 14),
                        Settings = ["room"],
                    }
                )
            );
    }

    [Fact, Trait("Row", "A4")]
    public async Task A_theme_lists_its_recipes_and_renaming_it_renames_it_on_every_page()
    {
        var recipe = ARecipe.Published(ARecipe.Content("Alleen hier") with { Themes = ["who-is-there-for-us"] });
        await App.AddAsync(recipe, ARecipe.Published(ARecipe.Content("Elders")));
        var me = await SignInAsync(Everybody.Facilitator);

        var filtered = await me.GetAsync("/playbook?theme=who-is-there-for-us");
        Assert.Equal(["Alleen hier"], filtered.FindAll(".recipes h3"));
        await App.InDbAsync(async db =>
        {
            (await db.FindAsync<Theme>("who-is-there-for-us"))!.Name = new("Onze bondgenoten", "Nos alliés", "Our allies");
            await db.SaveChangesAsync();
            return 0;
        });

        Assert.Contains("Onze bondgenoten", (await me.GetAsync("/playbook?theme=who-is-there-for-us")).Find(".recipes").TextContent);
        Assert.Contains("Onze bondgenoten", (await me.GetAsync($"/playbook/recipes/{recipe.Id}")).Main);
        Assert.Contains("Nos alliés", (await me.In("fr").GetAsync($"/playbook/recipes/{recipe.Id}/card")).Main);
    }

    [Fact]
    public async Task Further_pages_hang_together_by_their_next_link_and_leave_nothing_out()
    {
        var titles = Enumerable.Range(0, 60).Select(number => $"Reeks {number:00} één").ToList();
        await App.AddAsync([.. titles.Select(title => ARecipe.Published(ARecipe.Content(title) with { Goals = ["referred"] }))]);
        var me = await SignInAsync(Everybody.Facilitator);
        var seen = new List<string>();

        var page = await me.GetAsync("/playbook?q=reeks&goal=referred");
        seen.AddRange(page.FindAll(".recipes h3"));
        while (page.Html.QuerySelector("a[rel=next]") is not null)
            seen.AddRange((page = await page.FollowAsync("a[rel=next]")).FindAll(".recipes h3"));

        Assert.Equal(titles, seen);
    }

    [Theory]
    [InlineData("?minutes=veel&people=-1&pillar=zien&audience=marsmannen&theme=nergens&after=x~y")]
    [InlineData("?minutes=99999999999999999999")]
    [InlineData("?q=%25%27%22%3Cscript%3E&without=%27;drop%20table&without=")]
    [InlineData("?after=zzz~00000000-0000-0000-0000-000000000000")]
    public async Task A_strange_address_shows_a_page_and_never_breaks(string query)
    {
        var me = await SignInAsync(Everybody.Facilitator);

        var page = await me.GetAsync("/playbook" + query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Theory]
    [InlineData("/playbook?theme=%00")]
    [InlineData("/playbook?q=a%00b")]
    [InlineData("/playbook?after=%00~00000000-0000-0000-0000-000000000001")]
    public async Task A_nul_in_an_address_is_refused_with_the_page_that_explains_it(string address)
    {
        var me = await SignInAsync(Everybody.Facilitator);

        var page = await me.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Dit begrepen we niet", page.Title);
    }

    [Fact, Trait("Row", "A1")]
    public async Task A_recipe_shows_exactly_the_five_rubrics_in_the_order_of_the_book_on_screen_and_on_paper()
    {
        var recipe = ARecipe.Published();
        await App.AddAsync(recipe);
        var me = await SignInAsync(Everybody.Facilitator);
        string[] rubrics = ["1 Doelstellingen", "2 Link met thema", "3 Beschrijving", "4 Duur", "5 Materiaal"];

        foreach (var address in new[] { $"/playbook/recipes/{recipe.Id}", $"/playbook/recipes/{recipe.Id}/card" })
            Assert.Equal(rubrics, (await me.GetAsync(address)).FindAll(".rub h2"));
    }

    [Fact]
    public async Task A_recipe_that_nobody_read_through_says_so()
    {
        var recipe = ARecipe.Published();
        await App.AddAsync(recipe);
        var me = await SignInAsync(Everybody.Facilitator);

        Assert.Contains("Voorbeeld, nog niet nagelezen door een vroedvrouw", (await me.GetAsync($"/playbook/recipes/{recipe.Id}")).Main);
    }

    [Fact]
    public async Task A_draft_is_found_by_the_editors_of_its_book_and_by_nobody_else()
    {
        var draft = ARecipe.Draft();
        await App.AddAsync(draft);

        foreach (
            var (who, status) in new[]
            {
                (Everybody.LibraryEditor, HttpStatusCode.OK),
                (Everybody.Facilitator, HttpStatusCode.NotFound),
                (Everybody.Stranger, HttpStatusCode.NotFound),
            }
        )
            Assert.Equal(status, (await (await SignInAsync(who)).GetAsync($"/playbook/recipes/{draft.Id}")).Status);
    }

    [Fact, Trait("Row", "A3")]
    public async Task The_goals_of_chosen_meetings_are_counted_and_a_goal_at_nought_is_flagged()
    {
        var recipe = ARecipe.Published(ARecipe.Content() with { Goals = ["empowered"] });
        var plan = APlan.By(Everybody.Facilitator, APlan.Facts("Sterker")).With(recipe);
        await App.AddAsync(recipe, plan);
        var me = await SignInAsync(Everybody.Facilitator);

        var rows = (await me.GetAsync($"/playbook/goals?plan={plan.Id}")).FindAll("tbody tr");

        Assert.Equal(7, rows.Count);
        Assert.Single(rows, row => row.Contains("1 Sterker", StringComparison.Ordinal));
        Assert.Equal(6, rows.Count(row => row.Contains("nog nergens", StringComparison.Ordinal)));
    }

    [Fact, Trait("Row", "A8")]
    public async Task The_packing_list_sums_the_meetings_that_were_chosen()
    {
        var recipe = ARecipe.Published();
        var facts = APlan.Facts("Inpakken") with { Date = new(2027, 5, 4) };
        var (one, two) = (APlan.By(Everybody.Facilitator, facts).With(recipe), APlan.By(Everybody.Facilitator, facts).With(recipe));
        await App.AddAsync(recipe, one, two);
        var me = await SignInAsync(Everybody.Facilitator);

        Assert.Contains("10 × matje", (await me.GetAsync($"/playbook/plans/{one.Id}/packing")).Main);
        Assert.Contains("20 × matje", (await me.GetAsync($"/playbook/packing?plan={one.Id}&plan={two.Id}")).Main);
        Assert.Contains("20 × matje", (await me.GetAsync("/playbook/packing?week=2027-W18")).Main);
    }
}

public sealed class LibraryPagesOnSqlite(SqliteHost host) : LibraryPagesTests(host), IClassFixture<SqliteHost>;

public sealed class LibraryPagesOnPostgres(PostgresHost host) : LibraryPagesTests(host), IClassFixture<PostgresHost>;
