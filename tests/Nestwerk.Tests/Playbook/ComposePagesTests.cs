using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Playbook;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

/// <summary>The composer over HTTP, without a script.</summary>
public abstract class ComposePagesTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task A_meeting_begins_empty_with_only_a_name()
    {
        var me = await SignInAsync(Everybody.Facilitator);

        var page = await (await me.GetAsync("/playbook/plans/new")).PressAsync("main form button", ("Title", "Straks met drie"));

        Assert.Equal("Straks met drie", page.Title);
        Assert.Contains("Nog een leeg blad", page.Main);
    }

    [Fact]
    public async Task A_recipe_from_the_book_is_put_in_and_moved_stretched_locked_removed_and_all_of_it_undone()
    {
        var (a, b) = (ARecipe.Published(ARecipe.Content("Alfa")), ARecipe.Published(ARecipe.Content("Beta")));
        var plan = APlan.By(Everybody.Facilitator).With(a, b);
        await App.AddAsync(a, b, plan);
        var me = await SignInAsync(Everybody.Facilitator);
        var page = await me.GetAsync($"/playbook/plans/{plan.Id}");
        var last = $"{plan.Blocks[1].Id:N}";

        page = await page.PressAsync($"[value='up:{last}']");
        Assert.Equal(["Beta", "Alfa"], page.FindAll("#blocks h3"));
        page = await page.PressAsync($"[value='more:{last}']");
        Assert.Contains("35 min", page.Find($"#b-{last}").TextContent);
        page = await page.PressAsync($"[value='lock:{last}']");
        Assert.Equal("true", page.Find($"[value='lock:{last}']").GetAttribute("aria-pressed"));
        page = await page.PressAsync($"[value='remove:{last}']");
        Assert.Equal(["Alfa"], page.FindAll("#blocks h3"));
        for (var i = 0; i < 4; i++)
            page = await page.PressAsync("[value=undo]");

        Assert.Equal(["Alfa", "Beta"], page.FindAll("#blocks h3"));
        Assert.Contains("30 min", page.Find($"#b-{last}").TextContent);
    }

    [Fact, Trait("Row", "A6")]
    public async Task A_meeting_of_125_minutes_is_not_ready_in_words_and_still_has_its_run_sheet()
    {
        var recipe = ARecipe.Published();
        var plan = APlan.By(Everybody.Facilitator).With(recipe).With(BlockKind.Own, "Lang gesprek", 95);
        await App.AddAsync(recipe, plan);
        var me = await SignInAsync(Everybody.Facilitator);

        var page = await (await me.GetAsync($"/playbook/plans/{plan.Id}")).PressAsync("form[action$='handler=ready'] button");
        var sheet = await me.GetAsync($"/playbook/plans/{plan.Id}/runsheet");

        Assert.Contains("Nog niet klaar", page.Main);
        Assert.Contains("125 minuten", page.Main);
        Assert.Equal(HttpStatusCode.OK, sheet.Status);
        Assert.Contains("Lang gesprek", sheet.Main);
    }

    [Fact]
    public async Task Declaring_a_meeting_ready_says_so_on_the_sheet_that_follows_and_only_then()
    {
        var recipe = ARecipe.Published();
        var plan = APlan.By(Everybody.Facilitator).With(recipe).With(BlockKind.Own, "Gesprek", 70);
        await App.AddAsync(recipe, plan);
        var me = await SignInAsync(Everybody.Facilitator);

        var sheet = await (await me.GetAsync($"/playbook/plans/{plan.Id}")).PressAsync("form[action$='handler=ready'] button");
        var later = await me.GetAsync($"/playbook/plans/{plan.Id}/runsheet");

        Assert.Contains("Deze bijeenkomst staat klaar", sheet.Find("[role=status]").TextContent);
        Assert.Empty(later.FindAll("[role=status]"));
    }

    [Fact, Trait("Row", "A7")]
    public async Task A_meeting_without_feeling_shows_a_named_warning_that_goes_when_a_recipe_with_feeling_comes()
    {
        var dry = ARecipe.Published(ARecipe.Content("Droog") with { Minutes = new(20, 10, 0) });
        var warm = ARecipe.Published(ARecipe.Content("Warm"));
        var plan = APlan.By(Everybody.Facilitator).With(dry);
        await App.AddAsync(dry, warm, plan);
        var me = await SignInAsync(Everybody.Facilitator);

        var before = await me.GetAsync($"/playbook/plans/{plan.Id}");
        var library = await me.GetAsync($"/playbook?plan={plan.Id}&q=warm");
        var after = await library.PressAsync(".recipes form button");

        Assert.Contains("Er is niets voor ‘voelen’", before.Main);
        Assert.DoesNotContain("Er is niets voor", after.Main);
    }

    [Fact]
    public async Task A_plan_keeps_the_version_it_used_and_can_take_the_newer_one()
    {
        var recipe = ARecipe.Published(ARecipe.Content("Oud"));
        var plan = APlan.By(Everybody.Facilitator).With(recipe);
        await App.AddAsync(recipe, plan);
        await App.InDbAsync(async db =>
        {
            var stored = await db.Set<Recipe>().Include(each => each.Versions).SingleAsync(each => each.Id == recipe.Id);
            stored.Rewrite(ARecipe.Content("Nieuw"), Everybody.LibraryEditor.Id, Plans.Now);
            stored.Publish("Duidelijker", Everybody.LibraryEditor.Id, Plans.Now);
            await db.SaveChangesAsync();
            return 0;
        });
        var me = await SignInAsync(Everybody.Facilitator);

        var page = await me.GetAsync($"/playbook/plans/{plan.Id}");
        Assert.Equal(["Oud"], page.FindAll("#blocks h3"));
        page = await page.PressAsync("[value^='newer:']");

        Assert.Equal(["Nieuw"], page.FindAll("#blocks h3"));
    }

    [Fact]
    public async Task Colleagues_read_co_facilitators_change_and_others_find_nothing()
    {
        var plan = APlan.By(Everybody.Facilitator, with: Everybody.CoFacilitator).With(BlockKind.Welcome, "Onthaal", 10);
        await App.AddAsync(plan);
        var address = $"/playbook/plans/{plan.Id}";

        foreach (
            var (who, reads, changes) in new[]
            {
                (Everybody.Colleague, true, false),
                (Everybody.CoFacilitator, true, true),
                (Everybody.Coordinator, true, false),
                (Everybody.Admin, true, false),
                (Everybody.Neighbour, false, false),
                (Everybody.Stranger, false, false),
            }
        )
        {
            var browser = await SignInAsync(who);
            var page = await browser.GetAsync(address);
            Assert.Equal(reads ? HttpStatusCode.OK : HttpStatusCode.NotFound, page.Status);
            Assert.Equal(changes, page.Html.QuerySelector("[name=verb]") is not null);
            var token = (await browser.GetAsync("/playbook/plans/new")).Token();
            var answer = await browser.PostAsync(address, token, ("verb", $"more:{plan.Blocks[0].Id}"));
            Assert.Equal(changes ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.Status);
        }
    }

    [Fact]
    public async Task Somebody_elses_id_answers_exactly_as_an_unknown_one()
    {
        var plan = APlan.By(Everybody.Facilitator);
        await App.AddAsync(plan);
        var stranger = await SignInAsync(Everybody.Stranger);

        foreach (var verb in new[] { "", "/facts", "/runsheet", "/packing", "/handout", "/delete" })
        {
            var foreign = await stranger.GetAsync($"/playbook/plans/{plan.Id}{verb}");
            var unknown = await stranger.GetAsync($"/playbook/plans/{Guid.Empty}{verb}");

            Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
            Assert.Equal(Masked(unknown, Guid.Empty), Masked(foreign, plan.Id));
        }
    }

    [Theory]
    [InlineData("verb", "fly:00000000-0000-0000-0000-000000000001")]
    [InlineData("verb", "up:not-an-id")]
    [InlineData("verb", "move:00000000-0000-0000-0000-000000000001:x")]
    [InlineData("verb", "")]
    [InlineData("verb", "undo")]
    public async Task A_verb_that_means_nothing_is_answered_in_words(string name, string value)
    {
        var plan = APlan.By(Everybody.Facilitator);
        await App.AddAsync(plan);
        var me = await SignInAsync(Everybody.Facilitator);
        var token = (await me.GetAsync($"/playbook/plans/{plan.Id}")).Token();

        var page = await me.PostAsync($"/playbook/plans/{plan.Id}", token, (name, value));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Dat kon niet", page.Main);
    }

    [Fact]
    public async Task Ten_thousand_blocks_stop_at_sixty_with_a_sentence()
    {
        var plan = APlan.By(Everybody.Facilitator);
        foreach (var number in Enumerable.Range(1, MeetingPlan.MostBlocks))
            plan.Blocks.Add(
                new()
                {
                    Id = Nestwerk.Shared.Ids.New(),
                    Kind = BlockKind.Own,
                    Minutes = 1,
                    Position = number,
                    Text = new() { Title = $"{number}" },
                }
            );
        await App.AddAsync(plan);
        var me = await SignInAsync(Everybody.Facilitator);

        var page = await (await me.GetAsync($"/playbook/plans/{plan.Id}")).PressAsync("[name=kind][value=Own]");

        Assert.Contains("hoogstens 60 blokken", page.Main);
        Assert.Equal(60, page.FindAll("#blocks [data-block]").Count);
    }

    static string Masked(Page page, Guid id) =>
        System
            .Text.RegularExpressions.Regex.Replace(
                page.Text,
                "value=\"CfDJ[^\"]+\"",
                "",
                System.Text.RegularExpressions.RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
            .Replace($"{id}", "id", StringComparison.OrdinalIgnoreCase);
}

public sealed class ComposePagesOnSqlite(SqliteHost host) : ComposePagesTests(host), IClassFixture<SqliteHost>;

public sealed class ComposePagesOnPostgres(PostgresHost host) : ComposePagesTests(host), IClassFixture<PostgresHost>;
