using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Live;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.Playbook;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Access;

/// <summary>A running meeting has a session of its own: this meeting, this device, until it ends.</summary>
[Trait("Row", "R13")]
public abstract class NarrowPassTests(TestHost host) : RunWebTests(host)
{
    const string Session = "nestwerk";
    const string Pass = "nestwerk-pass";

    [Fact]
    public async Task When_the_ordinary_session_is_gone_the_run_goes_on_and_every_other_page_asks_to_sign_in()
    {
        var plan = await NewPlanAsync();
        var me = await BeginAsync(plan);
        me.Forget(Session);

        var page = await me.GetAsync(RunLinks.Run(plan.Id));
        var next = await page.PressAsync("main .btn.primary");
        var state = await StateAsync(me, plan);
        var sent = await SendAsync(me, plan, state, [Press(StepKind.Next, state.Blocks[1].Id, state.Now)]);

        Assert.Equal("Praten", next.Title);
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        string[] others = [Links.Plans, Links.Plan(plan.Id), Links.Plan(plan.Id, "runsheet"), "/account", Links.Library, "/search"];
        foreach (var address in others)
            Assert.StartsWith("/sign-in", (await me.GetAsync(address)).Path);
    }

    [Fact]
    public async Task It_opens_no_other_meeting()
    {
        var (plan, other) = (await NewPlanAsync(), await NewPlanAsync());
        await BeginAsync(other);
        var me = await BeginAsync(plan);
        me.Forget(Session);

        Assert.StartsWith("/sign-in", (await me.GetAsync(RunLinks.Run(other.Id))).Path);
        Assert.StartsWith("/sign-in", (await me.GetAsync(RunLinks.State(other.Id))).Path);
    }

    [Fact]
    public async Task A_role_that_ends_ends_it_at_the_next_request()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var plan = APlan.By(Everybody.Facilitator).With(BlockKind.Welcome, "Onthaal", 10);
        await app.AddAsync(plan);
        var me = await app.SignInAsync(Everybody.Facilitator);
        await (await me.GetAsync(RunLinks.Run(plan.Id))).PressAsync("main form .primary");
        me.Forget(Session);
        Assert.Equal(HttpStatusCode.OK, (await me.GetAsync(RunLinks.Run(plan.Id))).Status);

        var yesterday = app.Time.Today.AddDays(-1);
        await app.InDbAsync(async db =>
        {
            foreach (var post in await db.Set<Appointment>().Where(post => post.PersonId == Everybody.Facilitator.Id).ToListAsync())
                post.EndOn(yesterday);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.Forbidden, (await me.GetAsync(RunLinks.Run(plan.Id))).Status);
    }

    [Fact]
    public async Task An_hour_after_the_end_it_opens_nothing_any_more()
    {
        var plan = await NewPlanAsync();
        var me = await BeginAsync(plan);
        me.Forget(Session);
        await (await me.GetAsync(RunLinks.Run(plan.Id))).PressAsync("main [value=End] ~ .btn");

        Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("Mooi gedaan", (await me.GetAsync(RunLinks.Run(plan.Id))).FindAll("[data-over-part] h1").Single());
        Time.Advance(TimeSpan.FromMinutes(2));
        Assert.StartsWith("/sign-in", (await me.GetAsync(RunLinks.Run(plan.Id))).Path);
    }

    [Fact]
    public async Task It_lasts_twelve_hours_at_most()
    {
        var plan = await NewPlanAsync();
        var me = await BeginAsync(plan);
        me.Forget(Session);

        Time.Advance(TimeSpan.FromHours(12) + TimeSpan.FromMinutes(1));

        Assert.StartsWith("/sign-in", (await me.GetAsync(RunLinks.Run(plan.Id))).Path);
    }

    [Fact]
    public async Task Ending_her_sessions_everywhere_ends_it_too()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var plan = APlan.By(Everybody.Facilitator).With(BlockKind.Welcome, "Onthaal", 10);
        await app.AddAsync(plan);
        var me = await app.SignInAsync(Everybody.Facilitator);
        await (await me.GetAsync(RunLinks.Run(plan.Id))).PressAsync("main form .primary");
        me.Forget(Session);

        using (var scope = app.Services.CreateScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser<Guid>>>();
            await users.UpdateSecurityStampAsync((await users.FindByIdAsync($"{Everybody.Facilitator.AccountId}"))!);
        }

        Assert.StartsWith("/sign-in", (await me.GetAsync(RunLinks.Run(plan.Id))).Path);
    }

    [Fact]
    public async Task Signing_out_ends_it_on_this_device_and_wipes_what_the_browser_kept()
    {
        var plan = await NewPlanAsync();
        var (here, there) = (await BeginAsync(plan), await SignInAsync(Everybody.Facilitator));
        var state = await StateAsync(there, plan);
        await SendAsync(there, plan, state, []);
        there.Forget(Session);
        var pass = here.Cookies[Pass];

        here.Follows = false;
        var answer = await (await here.GetAsync(Links.Plans)).PressAsync("form[action='/sign-out']");
        here.Follows = true;

        Assert.Contains("\"storage\"", answer.Header("Clear-Site-Data"));
        here.Keep($"{Pass}={pass}");
        Assert.StartsWith("/sign-in", (await here.GetAsync(RunLinks.Run(plan.Id))).Path);
        Assert.Equal("Onthaal", (await there.GetAsync(RunLinks.Run(plan.Id))).Title);
    }

    [Fact]
    public async Task The_cookie_is_for_this_meeting_only_and_what_is_kept_of_it_opens_nothing()
    {
        var plan = await NewPlanAsync();
        var me = await SignInAsync(Everybody.Facilitator);
        me.Follows = false;
        var begun = await (await me.GetAsync(RunLinks.Run(plan.Id))).PressAsync("main form .primary");

        var cookie = begun.Answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith(Pass + "=", StringComparison.Ordinal));
        var token = me.Cookies[Pass];
        var kept = await App.InDbAsync(db => db.Set<NarrowPass>().SingleAsync(pass => pass.SubjectId == plan.Id));

        Assert.Contains($"path={RunLinks.Run(plan.Id)};", cookie);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(token[32..], kept.TokenHash, StringComparison.Ordinal);
        Assert.Equal(Time.Utc.AddHours(12), kept.Until);
    }

    [Fact]
    public async Task A_token_with_one_letter_changed_opens_nothing()
    {
        var plan = await NewPlanAsync();
        var me = await BeginAsync(plan);
        var pass = me.Cookies[Pass];
        me.Forget(Session);
        foreach (var wrong in new[] { pass[..^1] + (pass[^1] == '0' ? '1' : '0'), pass[..95], pass + "0", new string('x', 96) })
        {
            me.Keep($"{Pass}={wrong}");
            Assert.StartsWith("/sign-in", (await me.GetAsync(RunLinks.Run(plan.Id))).Path);
        }
    }

    [Fact]
    public async Task Thirty_days_after_its_end_it_is_forgotten()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var plan = APlan.By(Everybody.Facilitator).With(BlockKind.Welcome, "Onthaal", 10);
        await app.AddAsync(plan);
        var me = await app.SignInAsync(Everybody.Facilitator);
        await (await me.GetAsync(RunLinks.Run(plan.Id))).PressAsync("main form .primary");
        var purge = app.Services.GetRequiredService<Purge>();

        app.Time.Advance(TimeSpan.FromDays(30));
        await purge.RunAsync(CancellationToken.None);
        Assert.Equal(1, await app.InDbAsync(db => db.Set<NarrowPass>().CountAsync()));
        app.Time.Advance(TimeSpan.FromDays(1));
        await purge.RunAsync(CancellationToken.None);
        Assert.Equal(0, await app.InDbAsync(db => db.Set<NarrowPass>().CountAsync()));
    }
}

public sealed class NarrowPassOnSqlite(SqliteHost host) : NarrowPassTests(host), IClassFixture<SqliteHost>;

public sealed class NarrowPassOnPostgres(PostgresHost host) : NarrowPassTests(host), IClassFixture<PostgresHost>;
