using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Playbook.Logbook;

/// <summary>The only way to logs: whoever may read a meeting reads what became of it; reflections stay with those who gave it.</summary>
public sealed class LogScope(NestwerkDb db, PlanScope plans, Actor actor)
{
    /// <summary>The log of a meeting she may read; null when there is none yet.</summary>
    public async Task<MeetingLog?> ReadAsync(MeetingPlan plan, CancellationToken cancel)
    {
        var log = await Whole().AsNoTracking().SingleOrDefaultAsync(each => each.PlanId == plan.Id, cancel);
        if (log is not null && !GaveIt(plan, log))
            log.Reflections.Clear();
        return log;
    }

    /// <summary>Who came to the plan later, to take it over, did not give the meeting.</summary>
    bool GaveIt(MeetingPlan plan, MeetingLog log) => plans.MayChange(plan) && log.Of(actor.PersonId) is not null;

    /// <summary>The same to change; the plan must come from <see cref="PlanScope.ChangeAsync"/>.</summary>
    public Task<MeetingLog?> ChangeAsync(MeetingPlan plan, CancellationToken cancel) =>
        Whole().SingleOrDefaultAsync(log => log.PlanId == plan.Id, cancel);

    /// <summary>Meetings she gave in the last weeks and of which nothing was written down yet.</summary>
    public IQueryable<MeetingPlan> WithoutLog(DateOnly today)
    {
        var since = today.AddDays(-30);
        return plans
            .Editable()
            .Where(plan => plan.DeletedAt == null && plan.ArchivedAt == null && plan.Date < today && plan.Date >= since)
            .Where(plan => plan.Blocks.Count > 0 && !db.Set<MeetingLog>().Any(log => log.PlanId == plan.Id));
    }

    /// <summary>Which of these meetings have a log.</summary>
    public async Task<HashSet<Guid>> LoggedAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var mine = AccessPolicy.Reach(actor, DataClass.Working, Act.Read);
        var found = db.Set<MeetingLog>().Where(log => ids.Contains(log.PlanId) && mine.Contains(log.OrganisationId));
        return [.. await found.Select(log => log.PlanId).ToListAsync(cancel)];
    }

    IQueryable<MeetingLog> Whole() => db.Set<MeetingLog>().Include(log => log.Blocks).Include(log => log.Reflections).AsSplitQuery();
}
