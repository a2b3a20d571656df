using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Live;

/// <summary>A meeting that is under way: the way back to its clock.</summary>
[ByItself(Touches.NoFamily)]
public sealed class RunAttention(NestwerkDb db, PlanScope plans, HouseClock clock, T t) : IAttention
{
    public async Task<IReadOnlyList<Attention>> ForAsync(Actor actor, CancellationToken cancel)
    {
        var since = clock.Utc.AddMilliseconds(-RunClock.Longest);
        var running = await plans
            .Editable()
            .Where(plan => plan.DeletedAt == null)
            .Where(plan => db.Set<LiveRun>().Any(run => run.PlanId == plan.Id && run.EndedAt == null && run.StartedAt > since))
            .OrderBy(plan => plan.Id)
            .Select(plan => new { plan.Id, plan.Title })
            .ToListAsync(cancel);
        return
        [
            .. running.Select(plan => new Attention(
                1,
                t["run.attention"],
                plan.Title.Length > 0 ? plan.Title : t["plan.untitled"],
                RunLinks.Run(plan.Id),
                t["run.attentionVerb"]
            )
            {
                IsToday = true,
                Order = 1,
            }),
        ];
    }
}
