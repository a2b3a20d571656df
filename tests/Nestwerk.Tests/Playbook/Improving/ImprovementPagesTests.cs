using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Improving;
using Nestwerk.Playbook.Logbook;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook.Improving;

/// <summary>A remark from a meeting reaches the editors of the book, and their answer comes back.</summary>
[Trait("Row", "A12")]
public abstract class ImprovementPagesTests(TestHost host) : WebTests(host)
{
    const string Remark = "De kaartjes zijn te klein voor twaalf mensen.";

    [Fact]
    public async Task A_remark_from_a_log_begins_with_what_was_written_there_and_names_the_version_it_is_about()
    {
        var (recipe, plan) = await GivenAsync();
        var me = await SignInAsync(Everybody.Facilitator);
        var write = await me.GetAsync($"/playbook/plans/{plan.Id}/log/write");
        var log = await write.PressAsync("main form", ("Input.Blocks[0].Outcome", "Different"), ("Input.Blocks[0].Why", Remark));

        var form = await log.FollowAsync("main ol a[href*='/improve']");
        var brought = await form.PressAsync("main form");

        Assert.Equal(Remark, form.Find("[name='Input.Text']").TextContent.Trim());
        Assert.Contains(Remark, brought.Main);
        var kept = await App.InDbAsync(db => db.Set<Improvement>().SingleAsync(each => each.RecipeId == recipe.Id));
        Assert.Equal((1, plan.Id, Place.Ninove.Id), (kept.RecipeNumber, kept.PlanId, kept.OrganisationId));
        Assert.Contains("Bij de redactie gebracht", (await me.GetAsync($"/playbook/plans/{plan.Id}/log")).Main);
    }

    [Fact]
    public async Task The_editor_sees_the_house_and_not_the_facilitator_and_answers()
    {
        var improvement = await BroughtAsync();
        var editor = await SignInAsync(Everybody.LibraryEditor);
        var page = await editor.GetAsync($"/playbook/improvements/{improvement.Id}");

        var answered = await page.PressAsync(
            "main form",
            ("Input.Ruling", "Accepted"),
            ("Input.Answer", "Goed gezien, we maken ze groter.")
        );

        Assert.Contains(Place.Ninove.Name, page.Main);
        Assert.DoesNotContain(Everybody.Facilitator.Name, page.Text);
        Assert.Contains("Goed gezien", answered.Main);
        var hers = await (await SignInAsync(Everybody.Facilitator)).GetAsync($"/playbook/improvements/{improvement.Id}");
        Assert.Contains("Goed gezien", hers.Main);
        Assert.Empty(hers.FindAll("main form textarea"));
    }

    [Fact]
    public async Task A_decision_can_be_taken_again_and_both_stay_written()
    {
        var improvement = await BroughtAsync();
        var editor = await SignInAsync(Everybody.LibraryEditor);
        var page = await editor.GetAsync($"/playbook/improvements/{improvement.Id}");
        page = await page.PressAsync("main form", ("Input.Ruling", "Declined"), ("Input.Answer", "Het past op de tafel."));

        page = await page.PressAsync("main form", ("Input.Ruling", "Accepted"), ("Input.Answer", "Drie huizen vroegen het."));

        Assert.Contains("Het past op de tafel.", page.Main);
        Assert.Contains("Drie huizen vroegen het.", page.Main);
        Assert.Contains("komt in een volgende versie", page.Main);
    }

    [Fact]
    public async Task Without_a_choice_or_an_answer_nothing_is_decided_and_the_text_stays()
    {
        var improvement = await BroughtAsync();
        var page = await (await SignInAsync(Everybody.LibraryEditor)).GetAsync($"/playbook/improvements/{improvement.Id}");

        var without = await page.PressAsync("main form", ("Input.Answer", "Even denken."));
        var tooLong = await page.PressAsync("main form", ("Input.Ruling", "Accepted"), ("Input.Answer", new string('x', 1001)));

        Assert.Single(without.Errors);
        Assert.Equal("Even denken.", without.Find("[name='Input.Answer']").TextContent.Trim());
        Assert.Single(tooLong.Errors);
        Assert.Equal(0, await App.InDbAsync(db => db.Set<Verdict>().CountAsync(each => each.ImprovementId == improvement.Id)));
    }

    [Fact]
    public async Task Another_house_and_another_book_find_nothing_and_only_an_editor_decides()
    {
        var improvement = await BroughtAsync();
        var stranger = await SignInAsync(Everybody.Stranger);

        var foreign = await stranger.GetAsync($"/playbook/improvements/{improvement.Id}");
        var unknown = await stranger.GetAsync($"/playbook/improvements/{Ids.New()}");
        var facilitator = await SignInAsync(Everybody.Facilitator);
        var token = (await facilitator.GetAsync("/playbook/plans/new")).Token();
        var decided = await facilitator.PostAsync(
            $"/playbook/improvements/{improvement.Id}",
            Browser.Encode([token, ("Input.Ruling", "Accepted"), ("Input.Answer", "Ja")])
        );

        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal(unknown.Main, foreign.Main);
        Assert.Equal(HttpStatusCode.NotFound, decided.Status);
        Assert.DoesNotContain(Remark, (await stranger.GetAsync("/playbook/improvements")).Text);
        Assert.Contains(Remark, (await facilitator.GetAsync("/playbook/improvements")).Text);
    }

    [Fact]
    public async Task A_remark_needs_words_and_a_session_that_is_there()
    {
        var (recipe, _) = await GivenAsync();
        var me = await SignInAsync(Everybody.Facilitator);
        var form = await me.GetAsync($"/playbook/recipes/{recipe.Id}/improve");

        var empty = await form.PressAsync("main form", ("Input.Text", "  "));
        var unknown = await me.GetAsync($"/playbook/recipes/{Ids.New()}/improve");
        var foreignPlan = await me.GetAsync($"/playbook/recipes/{recipe.Id}/improve?plan={Ids.New()}");

        Assert.Single(empty.Errors);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [unknown.Status, foreignPlan.Status]);
    }

    async Task<Improvement> BroughtAsync()
    {
        var (recipe, plan) = await GivenAsync();
        var improvement = new Improvement
        {
            Id = Ids.New(),
            RecipeId = recipe.Id,
            RecipeNumber = 1,
            PlanId = plan.Id,
            OrganisationId = Place.Ninove.Id,
            ProposedBy = Everybody.Facilitator.Id,
            ProposedAt = Time.Utc,
            Text = Remark,
        };
        await App.AddAsync(improvement);
        return improvement;
    }

    async Task<(Recipe Recipe, MeetingPlan Plan)> GivenAsync()
    {
        var recipe = ARecipe.Published(ARecipe.Content("Kaartjes leggen"));
        var plan = APlan.By(Everybody.Facilitator, APlan.Facts() with { Date = Time.Today.AddDays(-1) }).With(recipe);
        await App.AddAsync(recipe, plan);
        return (recipe, plan);
    }
}

public sealed class ImprovementPagesOnSqlite(SqliteHost host) : ImprovementPagesTests(host), IClassFixture<SqliteHost>;

public sealed class ImprovementPagesOnPostgres(PostgresHost host) : ImprovementPagesTests(host), IClassFixture<PostgresHost>;
