using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Playbook;

/// <summary>The meetings of somebody who leaves: whoever takes them over stands beside her as co-facilitator and can go on.</summary>
public sealed class PlanHandOver(NestwerkDb db) : IHandOver
{
    public string Text => "plans.handOver";

    public Task<int> CountAsync(Guid person, Guid organisation, CancellationToken cancel) => Of(person, organisation).CountAsync(cancel);

    public async Task HandAsync(Guid from, Guid to, Guid organisation, CancellationToken cancel)
    {
        foreach (var plan in await Of(from, organisation).Include(plan => plan.CoFacilitators).ToListAsync(cancel))
            plan.HandTo(to, from);
    }

    IQueryable<MeetingPlan> Of(Guid person, Guid organisation) =>
        db.Set<MeetingPlan>()
            .Where(plan => plan.OrganisationId == organisation && plan.DeletedAt == null && plan.ArchivedAt == null)
            .Where(plan => plan.AuthorId == person || plan.CoFacilitators.Any(each => each.PersonId == person));
}
