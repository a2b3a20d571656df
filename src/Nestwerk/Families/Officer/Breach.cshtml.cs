using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Officer;

/// <summary>The file of a breach: its clock, whom it touches, and what was done.</summary>
[Authorize(Policy = Policies.Officer), About(Subject.Work)]
public sealed class BreachModel(NestwerkDb db, OfficerDesk desk, Touched touched, AuditTrail audit, HouseClock clock, T t) : PageModel
{
    static readonly DataClass[] Named = [DataClass.Contact, DataClass.Attendance, DataClass.Needs, DataClass.Care, DataClass.Confidential];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Breach Breach { get; private set; } = null!;
    public IReadOnlyList<TouchedFamily> Families { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (Breach is { PersonId: { } person, From: { } from, Until: { } until })
            Families = await touched.ByAsync(person, from, until, desk.Houses, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostCaseAsync(Guid family, CancellationToken cancel) =>
        await FindAsync(cancel) && await desk.OpenAsync(family, CaseKind.Breach, Id, cancel) is { } opened
            ? Redirect(Links.Case(opened.Id))
            : NotFound();

    public Task<IActionResult> OnPostReportAsync(CancellationToken cancel) =>
        DoAsync(breach => breach.Report(clock.Utc), "breach.reported", cancel);

    public Task<IActionResult> OnPostTellAsync(CancellationToken cancel) =>
        DoAsync(breach => breach.Tell(clock.Utc), "breach.told", cancel);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancel) =>
        DoAsync(breach => breach.Close(clock.Utc), "breach.closed", cancel);

    public IEnumerable<string> ClassesOf(TouchedFamily family) =>
        Named.Where(data => family.Classes.HasFlag(data.Flag())).Select(data => t[$"rights.shared.{data}"]);

    public string Moment(DateTime at) => t["officer.moment", t.FullDay(at), t.Hour(at)];

    async Task<IActionResult> DoAsync(Action<Breach> verb, string what, CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        verb(Breach);
        audit.Wrote(what, Id);
        return Redirect(Links.Breach(Id));
    }

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        var found = await db.Set<Breach>().SingleOrDefaultAsync(each => each.Id == Id && desk.Houses.Contains(each.OrganisationId), cancel);
        Breach = found!;
        return found is not null;
    }
}
