using System.Net;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Improving;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Today;

/// <summary>The first page of whoever works here: what asks for her attention, and nothing of anybody else's.</summary>
[Trait("Row", "X")]
public abstract class HomeTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task A_facilitator_sees_what_is_not_ready_and_what_is_not_written_down_and_her_next_meeting()
    {
        var recipe = ARecipe.Published();
        var coming = APlan.By(Everybody.Facilitator, APlan.Facts("Straks met vier") with { Date = Time.Today.AddDays(2) }).With(recipe);
        var given = APlan.By(Everybody.Facilitator, APlan.Facts("Wolkjesgroep") with { Date = Time.Today.AddDays(-1) }).With(recipe);
        await App.AddAsync(recipe, coming, given);

        var today = await (await SignInAsync(Everybody.Facilitator)).GetAsync("/");
        var colleague = await (await SignInAsync(Everybody.Colleague)).GetAsync("/");

        Assert.Equal("Wat vraagt nu aandacht", today.Title);
        Assert.Equal($"/playbook/plans/{coming.Id}", today.Find("main ul.rows a.btn").GetAttribute("href"));
        Assert.Contains("Wolkjesgroep", today.Main);
        Assert.Contains("Straks met vier", today.Find("main aside").TextContent);
        Assert.DoesNotContain("Wolkjesgroep", colleague.Text);
        Assert.DoesNotContain("Straks met vier", colleague.Text);
    }

    [Fact]
    public async Task An_editor_sees_remarks_that_wait_for_her_until_she_answers()
    {
        var book = ABook.Closed();
        var recipe = ARecipe.Published(book: book);
        var remark = new Improvement
        {
            Id = Ids.New(),
            RecipeId = recipe.Id,
            RecipeNumber = 1,
            OrganisationId = Place.Lede.Id,
            ProposedBy = Everybody.Neighbour.Id,
            ProposedAt = Time.Utc,
            Text = "Te klein.",
        };
        await App.AddAsync(book, recipe, remark);
        var editor = await SignInAsync(Everybody.LibraryEditor);

        var before = await editor.GetAsync("/");
        await (await editor.GetAsync($"/playbook/improvements/{remark.Id}")).PressAsync(
            "main form",
            ("Input.Ruling", "Declined"),
            ("Input.Answer", "Het past.")
        );
        var after = await editor.GetAsync("/");

        Assert.Contains("/playbook/improvements?show=Open", before.Text);
        Assert.DoesNotContain("/playbook/improvements?show=Open", after.Text);
        Assert.Contains("kreeg een antwoord", (await (await SignInAsync(Everybody.Neighbour)).GetAsync("/")).Main);
    }

    [Fact]
    public async Task With_nothing_to_do_it_says_so_kindly()
    {
        var today = await (await SignInAsync(Everybody.Admin)).GetAsync("/");

        Assert.Equal("Niets dringends", today.Title);
        Assert.Contains("Alles is gedaan wat kon", today.Main);
    }

    [Fact]
    public async Task A_visitor_is_led_to_the_public_page_and_somebody_without_a_post_to_her_account()
    {
        var visitor = await Visitor().GetAsync("/");
        var postless = await (await SignInAsync(Everybody.Postless)).GetAsync("/");

        Assert.Equal("/nl", visitor.Path);
        Assert.Equal("/account", postless.Path);
        Assert.Equal(HttpStatusCode.OK, postless.Status);
    }
}

public sealed class HomeOnSqlite(SqliteHost host) : HomeTests(host), IClassFixture<SqliteHost>;

public sealed class HomeOnPostgres(PostgresHost host) : HomeTests(host), IClassFixture<PostgresHost>;
