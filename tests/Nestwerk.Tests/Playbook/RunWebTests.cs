using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Live;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

/// <summary>What tests of a meeting under way share: a meeting of three blocks, and the way its script talks.</summary>
public abstract class RunWebTests(TestHost host) : WebTests(host)
{
    /// <summary>Welcome, a talk, and a break of fifteen minutes, by two facilitators.</summary>
    protected async Task<MeetingPlan> NewPlanAsync()
    {
        var plan = APlan
            .By(Everybody.Facilitator, with: Everybody.CoFacilitator)
            .With(BlockKind.Welcome, "Onthaal", 10)
            .With(BlockKind.Own, "Praten", 30)
            .With(BlockKind.Break, "Pauze", 15);
        await App.AddAsync(plan);
        return plan;
    }

    /// <summary>The facilitator, who just began.</summary>
    protected async Task<Browser> BeginAsync(MeetingPlan plan)
    {
        var me = await SignInAsync(Everybody.Facilitator);
        await (await me.GetAsync(RunLinks.Run(plan.Id))).PressAsync("main form .primary");
        return me;
    }

    protected static async Task<RunAnswer> StateAsync(Browser browser, MeetingPlan plan) =>
        JsonSerializer.Deserialize<RunAnswer>((await browser.GetAsync(RunLinks.State(plan.Id))).Text, RunJson.Options)!;

    protected static Task<Page> SendAsync(Browser browser, MeetingPlan plan, RunAnswer state, IEnumerable<RunPress> presses) =>
        PostAsync(browser, plan, state, JsonSerializer.Serialize(presses, RunJson.Options));

    protected static Task<Page> PostAsync(Browser browser, MeetingPlan plan, RunAnswer state, string json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, RunLinks.Steps(plan.Id, state.Started))
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        if (state.Token is { } token)
            request.Headers.Add("RequestVerificationToken", token);
        return browser.SendAsync(request);
    }

    protected static RunPress Press(StepKind kind, Guid? block, long at) => new(Ids.New(), kind, block, 0, at);

    protected Task<string[]> EventsAsync(Guid plan) =>
        App.InDbAsync(db =>
            db.Set<AuditRow>()
                .Where(row => row.SubjectId == plan && row.Event.StartsWith("run."))
                .OrderBy(row => row.At)
                .ThenBy(row => row.Id)
                .Select(row => row.Event)
                .ToArrayAsync()
        );

    protected async Task<IReadOnlyList<Attention>> AttentionAsync(Inhabitant who)
    {
        using var scope = App.Services.CreateScope();
        var services = scope.ServiceProvider;
        var actor = new Actor(who.Id, who.Name, true, [.. who.Duties.Select(duty => new Post(duty.At.Id, duty.At.Name, duty.Role, []))]);
        var plans = new PlanScope(services.GetRequiredService<NestwerkDb>(), actor);
        var rows = new RunAttention(
            services.GetRequiredService<NestwerkDb>(),
            plans,
            services.GetRequiredService<HouseClock>(),
            services.GetRequiredService<T>()
        );
        return await rows.ForAsync(actor, CancellationToken.None);
    }
}
