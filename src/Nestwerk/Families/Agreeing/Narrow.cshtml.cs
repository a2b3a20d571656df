using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Families.Knowing;
using Nestwerk.Shared;

namespace Nestwerk.Families.Agreeing;

/// <summary>A yes that shall last less long, or stop.</summary>
[Authorize(Policy = Policies.Families)]
[About(Subject.Family)]
public sealed class NarrowModel(Circles circles, AuditTrail audit, Consents consents, HouseClock clock, T t) : CirclePage(circles, audit)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    public Consent Yes { get; private set; } = null!;

    protected override bool NeedsCare => false;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (Until is { } day && consents.Narrow(Yes, day) is not null)
            return Redirect(Links.Who(Family, "narrowed"));
        ModelState.AddModelError(nameof(Until), t["consent.problem.until"]);
        return Page();
    }

    protected override Task<bool> LoadAsync(CancellationToken cancel)
    {
        var yes = Circle.Facts.Consents.FirstOrDefault(each => each.Id == Id && Circle.Holds(each, clock.Utc));
        if (yes is null || Circle.Find(yes.MemberId) is null)
            return Task.FromResult(false);
        Yes = yes;
        return Task.FromResult(true);
    }
}
