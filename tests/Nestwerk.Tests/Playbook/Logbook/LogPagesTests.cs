using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Logbook;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook.Logbook;

/// <summary>After a meeting: what was planned, what was done, and why it was different.</summary>
[Trait("Row", "A12")]
public abstract class LogPagesTests(TestHost host) : WebTests(host)
{
    static readonly DateOnly Yesterday = DateOnly.FromDateTime(ManualTime.Start.UtcDateTime).AddDays(-1);

    [Fact]
    public async Task As_planned_is_one_press()
    {
        var plan = await GivenAsync();
        var form = await (await SignInAsync(Everybody.Facilitator)).GetAsync($"/playbook/plans/{plan.Id}/log");

        var log = await form.PressAsync("main form button", ("Input.People", "9"));

        Assert.Equal($"/playbook/plans/{plan.Id}/log?kept=true", log.Path);
        var kept = await KeptAsync(plan);
        Assert.Equal((9, Yesterday), (kept.People!.Value, kept.HeldOn));
        Assert.All(kept.Blocks, block => Assert.Equal((Outcome.AsPlanned, block.Planned), (block.Outcome, block.Done)));
        Assert.Equal(plan.Blocks.Count, kept.Blocks.Count);
        Assert.Contains("zoals gepland", log.Main);
    }

    [Fact]
    public async Task What_went_differently_stands_beside_what_was_planned_with_the_reason()
    {
        var plan = await GivenAsync();
        var form = await (await SignInAsync(Everybody.Facilitator)).GetAsync($"/playbook/plans/{plan.Id}/log/write");

        var log = await form.PressAsync(
            "main form",
            ("Input.Blocks[1].Outcome", "Different"),
            ("Input.Blocks[1].Done", "45"),
            ("Input.Blocks[1].Cause", "Group"),
            ("Input.Blocks[1].Why", "Ze wilden verder praten."),
            ("Input.Blocks[2].Outcome", "LeftOut"),
            ("Input.NextTime", "Minder proppen.")
        );

        var kept = (await KeptAsync(plan)).Blocks.OrderBy(block => block.Position).ToList();
        Assert.Equal(
            (Outcome.Different, 30, 45, Cause.Group, "Ze wilden verder praten."),
            (kept[1].Outcome, kept[1].Planned, kept[1].Done, kept[1].Cause, kept[1].Why)
        );
        Assert.Equal((Outcome.LeftOut, 0), (kept[2].Outcome, kept[2].Done));
        Assert.Contains("45 van 30 min", log.Main);
        Assert.Contains("Ze wilden verder praten.", log.Main);
        Assert.Contains("2 van de 3 blokken", log.Main);
    }

    [Fact]
    public async Task Minutes_that_differ_are_never_called_as_planned()
    {
        var plan = await GivenAsync();
        var form = await (await SignInAsync(Everybody.Facilitator)).GetAsync($"/playbook/plans/{plan.Id}/log/write");

        await form.PressAsync("main form", ("Input.Blocks[1].Done", "50"));

        Assert.Equal(Outcome.Different, (await KeptAsync(plan)).Blocks.Single(block => block.Position == 1).Outcome);
    }

    [Fact]
    public async Task What_does_not_fit_is_said_and_everything_typed_is_still_there()
    {
        var plan = await GivenAsync();
        var form = await (await SignInAsync(Everybody.Facilitator)).GetAsync($"/playbook/plans/{plan.Id}/log/write");

        var page = await form.PressAsync(
            "main form",
            ("Input.People", "-3"),
            ("Input.HeldOn", "2031-01-01"),
            ("Input.Blocks[0].Done", "veel"),
            ("Input.Blocks[1].Why", new string('x', 500)),
            ("Input.Worked", "De kring.")
        );

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(4, page.Errors.Count);
        Assert.Equal("veel", page.Find("[name='Input.Blocks[0].Done']").GetAttribute("value"));
        Assert.Equal("De kring.", page.Find("[name='Input.Worked']").TextContent.Trim());
        Assert.Null(await FindAsync(plan));
    }

    [Fact]
    public async Task When_two_write_at_once_the_second_sees_both_texts()
    {
        var plan = await GivenAsync();
        var one = await (await SignInAsync(Everybody.Facilitator)).GetAsync($"/playbook/plans/{plan.Id}/log/write");
        var two = await (await SignInAsync(Everybody.CoFacilitator)).GetAsync($"/playbook/plans/{plan.Id}/log/write");
        await one.PressAsync("main form", ("Input.Worked", "De kring."));

        var clash = await two.PressAsync("main form", ("Input.Worked", "Het badje."));

        Assert.Equal(HttpStatusCode.Conflict, clash.Status);
        Assert.Contains("De kring.", clash.Find(".theirs").TextContent);
        Assert.Contains("Het badje.", clash.Find(".yours").TextContent);
        await clash.PressAsync("main form", ("Input.Worked", "De kring en het badje."));
        Assert.Equal("De kring en het badje.", (await KeptAsync(plan)).Worked);
    }

    [Fact]
    public async Task A_reflection_is_read_by_those_who_gave_it_together_and_nobody_else()
    {
        var plan = await GivenAsync();
        var form = await (await SignInAsync(Everybody.Facilitator)).GetAsync($"/playbook/plans/{plan.Id}/log/write");
        await form.PressAsync("main form", ("Input.Mine", "Ik was moe."));

        var hers = await (await SignInAsync(Everybody.CoFacilitator)).GetAsync($"/playbook/plans/{plan.Id}/log");
        var colleague = await (await SignInAsync(Everybody.Colleague)).GetAsync($"/playbook/plans/{plan.Id}/log");
        var coordinator = await (await SignInAsync(Everybody.Coordinator)).GetAsync($"/playbook/plans/{plan.Id}/log");

        Assert.Contains("Ik was moe.", hers.Main);
        Assert.Contains(Everybody.Facilitator.Name, hers.Main);
        Assert.All([colleague, coordinator], page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.All([colleague, coordinator], page => Assert.DoesNotContain("Ik was moe.", page.Text));
    }

    [Fact]
    public async Task Whoever_comes_to_the_plan_later_reads_no_reflection_and_writes_none()
    {
        var plan = await GivenAsync();
        var form = await (await SignInAsync(Everybody.Facilitator)).GetAsync($"/playbook/plans/{plan.Id}/log/write");
        await form.PressAsync("main form", ("Input.Mine", "Ik was moe."));
        await App.InDbAsync(async db =>
        {
            db.Add(new CoFacilitator { PlanId = plan.Id, PersonId = Everybody.Colleague.Id });
            return await db.SaveChangesAsync();
        });

        var later = await SignInAsync(Everybody.Colleague);
        var write = await later.GetAsync($"/playbook/plans/{plan.Id}/log/write");
        await write.PressAsync("main form", ("Input.Worked", "De kring."), ("Input.Mine", "Ik ook."));
        var log = await later.GetAsync($"/playbook/plans/{plan.Id}/log");

        Assert.Empty(write.FindAll("[name='Input.Mine']"));
        Assert.Contains("De kring.", log.Main);
        Assert.DoesNotContain("Ik was moe.", log.Text);
        Assert.DoesNotContain("Ik ook.", log.Text);
    }

    [Theory]
    [InlineData("-2147483638")]
    [InlineData("2147483647")]
    public async Task A_number_beyond_all_sense_is_refused_in_words(string minutes)
    {
        var plan = await GivenAsync();
        var form = await (await SignInAsync(Everybody.Facilitator)).GetAsync($"/playbook/plans/{plan.Id}/log/write");

        var page = await form.PressAsync("main form", ("Input.Blocks[0].Done", minutes));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.Errors);
    }

    [Fact]
    public async Task Another_house_finds_nothing_and_a_colleague_writes_nothing()
    {
        var plan = await GivenAsync();
        var stranger = await SignInAsync(Everybody.Stranger);

        var foreign = await stranger.GetAsync($"/playbook/plans/{plan.Id}/log");
        var unknown = await stranger.GetAsync($"/playbook/plans/{Nestwerk.Shared.Ids.New()}/log");
        var colleague = await (await SignInAsync(Everybody.Colleague)).GetAsync($"/playbook/plans/{plan.Id}/log/write");

        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal(unknown.Main, foreign.Main);
        Assert.Equal(HttpStatusCode.NotFound, colleague.Status);
    }

    [Fact]
    public async Task The_list_of_past_meetings_says_which_are_written_down()
    {
        var plan = await GivenAsync();
        var me = await SignInAsync(Everybody.Facilitator);
        var before = await me.GetAsync("/playbook/plans?show=past");
        await (await me.GetAsync($"/playbook/plans/{plan.Id}/log/write")).PressAsync("main form");

        var after = await me.GetAsync("/playbook/plans?show=past");

        Assert.NotNull(before.Find($"a.btn[href='/playbook/plans/{plan.Id}/log/write']"));
        Assert.NotNull(after.Find($"a.st.ok[href='/playbook/plans/{plan.Id}/log']"));
    }

    /// <summary>A meeting of yesterday: ten minutes of welcome, half an hour of a session, ten of closing.</summary>
    async Task<MeetingPlan> GivenAsync()
    {
        var recipe = ARecipe.Published(ARecipe.Content("Kaartjes leggen") with { Minutes = new(10, 10, 10) });
        var plan = APlan.By(Everybody.Facilitator, APlan.Facts() with { Date = Yesterday }, with: Everybody.CoFacilitator);
        plan.With(BlockKind.Welcome, "Onthaal", 10).With(recipe).With(BlockKind.Closing, "Afsluiten", 10);
        await App.AddAsync(recipe, plan);
        return plan;
    }

    Task<MeetingLog?> FindAsync(MeetingPlan plan) =>
        App.InDbAsync(db => db.Set<MeetingLog>().Include(log => log.Blocks).SingleOrDefaultAsync(log => log.PlanId == plan.Id));

    async Task<MeetingLog> KeptAsync(MeetingPlan plan) => (await FindAsync(plan))!;
}

public sealed class LogPagesOnSqlite(SqliteHost host) : LogPagesTests(host), IClassFixture<SqliteHost>;

public sealed class LogPagesOnPostgres(PostgresHost host) : LogPagesTests(host), IClassFixture<PostgresHost>;
