using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Live;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

/// <summary>A meeting under way, over HTTP.</summary>
public abstract class RunPagesTests(TestHost host) : RunWebTests(host)
{
    [Fact, Trait("Row", "A6")]
    public async Task A_meeting_that_is_not_ready_runs_to_its_end_with_forms_only()
    {
        var plan = await NewPlanAsync();
        var me = await SignInAsync(Everybody.Facilitator);
        var before = await me.GetAsync(RunLinks.Run(plan.Id));

        var first = await before.PressAsync("main form .primary");
        Time.Advance(TimeSpan.FromMinutes(12));
        var late = await me.GetAsync(RunLinks.Run(plan.Id));
        var second = await late.PressAsync("main .btn.primary");
        var last = await second.PressAsync("main .btn.primary");
        var over = await last.PressAsync("main .btn.primary");

        Assert.Equal("Onthaal", first.Title);
        Assert.Equal("10:00", first.Find("[data-clock]").TextContent);
        Assert.Equal("+2:00", late.Find("[data-clock]").TextContent);
        Assert.Contains("2 min achter", late.Main);
        Assert.Equal("Praten", second.Title);
        Assert.False(over.Find("[data-over-part]").HasAttribute("hidden"));
        Assert.Contains("12 min, gepland 10", over.Main);
        Assert.Equal($"/playbook/plans/{plan.Id}/log", over.Find("[data-over-part] a.primary").GetAttribute("href"));
        Assert.Equal(["run.begun", "run.ended"], await EventsAsync(plan.Id));
    }

    [Fact]
    public async Task The_proposal_is_one_button_and_puts_the_meeting_back_on_time()
    {
        var plan = await NewPlanAsync();
        var me = await BeginAsync(plan);
        Time.Advance(TimeSpan.FromMinutes(14));

        var late = await me.GetAsync(RunLinks.Run(plan.Id));
        var helped = await late.PressAsync("[data-proposal]:not([hidden]) .btn");

        Assert.Contains("Pauze in 11 minuten", late.Main);
        Assert.False(helped.Find("[data-pace=fine]").HasAttribute("hidden"));
    }

    [Fact]
    public async Task A_page_that_is_sent_twice_goes_on_once()
    {
        var plan = await NewPlanAsync();
        var me = await BeginAsync(plan);
        var page = await me.GetAsync(RunLinks.Run(plan.Id));

        await page.PressAsync("main .btn.primary");
        var again = await page.PressAsync("main .btn.primary");

        Assert.Equal("Praten", again.Title);
        Assert.Single((await StateAsync(me, plan)).Steps);
    }

    [Fact]
    public async Task Presses_made_without_a_connection_count_at_their_own_moment_and_once()
    {
        var plan = await NewPlanAsync();
        var me = await BeginAsync(plan);
        var state = await StateAsync(me, plan);
        Time.Advance(TimeSpan.FromMinutes(30));
        var press = Press(StepKind.Next, state.Blocks[0].Id, state.Started + (8 * RunClock.Minute));

        await SendAsync(me, plan, state, [press]);
        var answer = await SendAsync(me, plan, state, [press, press]);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var step = Assert.Single((await StateAsync(me, plan)).Steps);
        Assert.Equal(press.At, step.At);
        Assert.Equal("Praten", (await me.GetAsync(RunLinks.Run(plan.Id))).Title);
    }

    [Fact]
    public async Task Two_facilitators_see_the_same_clock()
    {
        var plan = await NewPlanAsync();
        var (me, other) = (await BeginAsync(plan), await SignInAsync(Everybody.CoFacilitator));
        await (await other.GetAsync(RunLinks.Run(plan.Id))).PressAsync("main .pair .btn");

        var (mine, hers) = (await me.GetAsync(RunLinks.Run(plan.Id)), await other.GetAsync(RunLinks.Run(plan.Id)));

        Assert.Equal("15:00", mine.Find("[data-clock]").TextContent);
        Assert.Equal(mine.Main, hers.Main);
    }

    [Fact]
    public async Task A_press_from_the_future_is_from_now()
    {
        var plan = await NewPlanAsync();
        var me = await BeginAsync(plan);
        var state = await StateAsync(me, plan);

        await SendAsync(me, plan, state, [Press(StepKind.Next, state.Blocks[0].Id, long.MaxValue)]);

        Assert.Equal(RunClock.Milliseconds(Time.Utc), Assert.Single((await StateAsync(me, plan)).Steps).At);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[null]", HttpStatusCode.BadRequest)]
    [InlineData("[{}]", HttpStatusCode.BadRequest)]
    [InlineData("""[{"id":"x"}]""", HttpStatusCode.BadRequest)]
    [InlineData(
        """[{"id":"7b0c5a3e-0000-4000-8000-000000000001","kind":"Dance","block":null,"minutes":0,"at":0}]""",
        HttpStatusCode.BadRequest
    )]
    [InlineData("""[{"id":"7b0c5a3e-0000-4000-8000-000000000001","kind":7,"block":null,"minutes":0,"at":0}]""", HttpStatusCode.BadRequest)]
    [InlineData(
        """[{"id":"00000000-0000-0000-0000-000000000000","kind":"End","block":null,"minutes":0,"at":0}]""",
        HttpStatusCode.BadRequest
    )]
    [InlineData(
        """[{"id":"7b0c5a3e-0000-4000-8000-000000000001","kind":"Stretch","block":null,"minutes":2147483647,"at":-9223372036854775808}]""",
        HttpStatusCode.OK
    )]
    public async Task What_is_no_list_of_presses_is_refused_plainly(string json, HttpStatusCode expected)
    {
        var plan = await NewPlanAsync();
        var me = await BeginAsync(plan);

        var answer = await PostAsync(me, plan, await StateAsync(me, plan), json);

        Assert.Equal(expected, answer.Status);
    }

    [Fact]
    public async Task Ten_thousand_presses_are_refused()
    {
        var plan = await NewPlanAsync();
        var me = await BeginAsync(plan);
        var state = await StateAsync(me, plan);

        var answer = await SendAsync(me, plan, state, Enumerable.Range(0, 10_000).Select(_ => Press(StepKind.End, null, 0)));
        var many = await SendAsync(me, plan, state, Enumerable.Range(0, 201).Select(_ => Press(StepKind.End, null, 0)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(HttpStatusCode.BadRequest, many.Status);
        Assert.Empty((await StateAsync(me, plan)).Steps);
    }

    [Fact]
    public async Task Without_the_token_of_a_page_of_ours_nothing_is_taken()
    {
        var plan = await NewPlanAsync();
        var me = await BeginAsync(plan);
        var state = await StateAsync(me, plan);
        var other = await SignInAsync(Everybody.CoFacilitator);

        var none = await PostAsync(me, plan, state with { Token = null }, "[]");
        var hers = await PostAsync(me, plan, await StateAsync(other, plan), "[]");

        Assert.Equal(HttpStatusCode.BadRequest, none.Status);
        Assert.Equal(HttpStatusCode.BadRequest, hers.Status);
    }

    [Fact]
    public async Task A_colleague_sees_the_clock_and_has_no_buttons_and_a_stranger_finds_nothing()
    {
        var plan = await NewPlanAsync();
        var me = await BeginAsync(plan);
        var state = await StateAsync(me, plan);
        var colleague = await SignInAsync(Everybody.Colleague);
        var stranger = await SignInAsync(Everybody.Stranger);

        var page = await colleague.GetAsync(RunLinks.Run(plan.Id));

        Assert.Equal("Onthaal", page.Title);
        Assert.Empty(page.FindAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(colleague, plan, await StateAsync(colleague, plan), [])).Status);
        foreach (var address in new[] { RunLinks.Run(plan.Id), RunLinks.State(plan.Id), RunLinks.State(Ids.New()) })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(me, plan, state with { Started = state.Started - 1 }, "[]")).Status);
    }

    [Fact]
    public async Task An_empty_meeting_says_so_and_does_not_begin()
    {
        var plan = APlan.By(Everybody.Facilitator);
        await App.AddAsync(plan);
        var me = await SignInAsync(Everybody.Facilitator);

        var page = await me.GetAsync(RunLinks.Run(plan.Id));

        Assert.Contains("Er staat nog niets in deze bijeenkomst", page.Main);
        Assert.Empty(page.FindAll("main form"));
    }

    [Fact]
    public async Task A_run_that_was_a_try_is_wiped_and_its_late_presses_are_not_for_the_next()
    {
        var plan = await NewPlanAsync();
        var me = await BeginAsync(plan);
        var state = await StateAsync(me, plan);
        Time.Advance(TimeSpan.FromMinutes(1));
        var over = await (await me.GetAsync(RunLinks.Run(plan.Id))).PressAsync("main [value=End] ~ .btn");

        var wiped = await over.PressAsync("main form .danger");
        Time.Advance(TimeSpan.FromMinutes(1));
        await wiped.PressAsync("main form .primary");
        var late = await SendAsync(me, plan, state, [Press(StepKind.Next, state.Blocks[0].Id, state.Started)]);

        Assert.Equal(HttpStatusCode.NotFound, late.Status);
        Assert.Empty((await StateAsync(me, plan)).Steps);
        Assert.Equal(["run.begun", "run.ended", "run.cleared", "run.begun"], await EventsAsync(plan.Id));
    }

    [Fact]
    public async Task An_old_page_cannot_wipe_the_run_that_began_since()
    {
        var plan = await NewPlanAsync();
        var me = await BeginAsync(plan);
        Time.Advance(TimeSpan.FromMinutes(1));
        var old = await (await me.GetAsync(RunLinks.Run(plan.Id))).PressAsync("main [value=End] ~ .btn");
        var wiped = await old.PressAsync("main form .danger");
        Time.Advance(TimeSpan.FromMinutes(1));
        await wiped.PressAsync("main form .primary");

        await old.PressAsync("main form .danger");

        Assert.Equal("Onthaal", (await me.GetAsync(RunLinks.Run(plan.Id))).Title);
    }

    [Fact]
    public async Task A_meeting_that_goes_on_after_all_keeps_its_narrow_sessions()
    {
        var plan = await NewPlanAsync();
        var me = await BeginAsync(plan);
        Time.Advance(TimeSpan.FromMinutes(1));
        var over = await (await me.GetAsync(RunLinks.Run(plan.Id))).PressAsync("main [value=End] ~ .btn");
        var ended = await UntilAsync(plan);

        await over.PressAsync("main [value=Resume] ~ .btn");

        Assert.True(ended < Time.Utc.AddHours(2));
        Assert.True(await UntilAsync(plan) > Time.Utc.AddHours(11));
    }

    Task<DateTime> UntilAsync(MeetingPlan plan) =>
        App.InDbAsync(db => db.Set<NarrowPass>().Where(pass => pass.SubjectId == plan.Id).MaxAsync(pass => pass.Until));

    [Fact]
    public async Task Both_facilitators_are_led_back_to_a_meeting_under_way_and_nobody_else()
    {
        var plan = await NewPlanAsync();
        await BeginAsync(plan);

        Assert.Contains(await AttentionAsync(Everybody.CoFacilitator), row => row.Link == RunLinks.Run(plan.Id) && row.IsToday);
        Assert.DoesNotContain(await AttentionAsync(Everybody.Colleague), row => row.Link == RunLinks.Run(plan.Id));
    }
}

public sealed class RunPagesOnSqlite(SqliteHost host) : RunPagesTests(host), IClassFixture<SqliteHost>;

public sealed class RunPagesOnPostgres(PostgresHost host) : RunPagesTests(host), IClassFixture<PostgresHost>;
