using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families.Rights;
using Nestwerk.Shared;

namespace Nestwerk.Families.Officer;

/// <summary>What waits for the officer, and for whoever is the second person of a case.</summary>
[ByItself(Touches.SafetyOfFamilies)]
public sealed class OfficerAttention(NestwerkDb db, OfficerDesk desk, HouseClock clock, T t) : IAttention
{
    public async Task<IReadOnlyList<Attention>> ForAsync(Actor actor, CancellationToken cancel)
    {
        var all = new List<Attention>();
        var waiting = await desk.WaitingForMeAsync(cancel);
        if (waiting.Count > 0)
            all.Add(Row("attention.case", "attention.case.verb", waiting.Count, Links.ConfirmCase(waiting[0].Id), 5));
        if (!actor.Is(Role.ProtectionOfficer))
            return all;
        var requests = (await desk.RequestsAsync(cancel)).Count(each => each.NeedsSomebody || each.DueAt <= clock.Utc);
        if (requests > 0)
            all.Add(Row("attention.request", "attention.request.verb", requests, Links.OfficerRequests, 6));
        var breaches = await db.Set<Breach>()
            .CountAsync(each => desk.Houses.Contains(each.OrganisationId) && each.ReportedAt == null && each.ClosedAt == null, cancel);
        if (breaches > 0)
            all.Add(Row("attention.breach", "attention.breach.verb", breaches, Links.Officer, 4));
        return all;
    }

    Attention Row(string key, string verb, int count, string link, int order) =>
        new(count, t.Count(key, count), "", link, t[verb]) { IsToday = true, Order = order };
}
