using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families.Rights;
using Nestwerk.Shared;

namespace Nestwerk.Families.Officer;

/// <summary>The desk of the data protection officer.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class HomeModel(NestwerkDb db, OfficerDesk desk, HouseClock clock, T t) : PageModel
{
    const int MostShown = 30;

    public int Requests { get; private set; }
    public int Late { get; private set; }
    public IReadOnlyList<OfficerCase> Cases { get; private set; } = [];
    public IReadOnlyList<Breach> Breaches { get; private set; } = [];
    public IReadOnlyList<ErasureProof> Proofs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var requests = await desk.RequestsAsync(cancel);
        (Requests, Late) = (requests.Count, requests.Count(each => each.DueAt <= clock.Utc));
        Cases = [.. (await desk.CasesAsync(cancel)).Take(MostShown)];
        Breaches = await db.Set<Breach>()
            .Where(each => desk.Houses.Contains(each.OrganisationId))
            .OrderByDescending(each => each.KnownAt)
            .Take(MostShown)
            .ToListAsync(cancel);
        Proofs = [.. (await desk.ProofsAsync(cancel)).Take(MostShown)];
    }

    public string StateOf(OfficerCase each) =>
        each.RefusedAt is { } no ? t["officer.state.refused", Moment(no)]
        : each.ClosedAt is { } closed ? t["officer.state.closed", Moment(closed)]
        : each.ConfirmedAt is not { } yes ? t["officer.state.waits", Moment(each.OpenedAt)]
        : each.IsOpen(clock.Utc) ? t["officer.state.open", Moment(yes.AddDays(OfficerCase.Days))]
        : t["officer.state.over"];

    public string StateOf(Breach each) =>
        each.ClosedAt is { } closed ? t["officer.state.closed", Moment(closed)]
        : each.ReportedAt is { } reported ? t["officer.state.reported", Moment(reported)]
        : t[clock.Utc < each.DueAt ? "officer.state.report" : "officer.state.late", Moment(each.DueAt)];

    public string Moment(DateTime at) => t["officer.moment", t.FullDay(at), t.Hour(at)];
}
