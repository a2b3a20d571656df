using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Caring;

/// <summary>A worker or a team comes to stand around the family.</summary>
[Authorize(Policy = Policies.Families)]
[About(Subject.Family)]
public sealed class AddModel(Circles circles, AuditTrail audit, CareTeams teams, Holders holders, HouseClock clock, T t)
    : TeamPage(circles, audit, holders, clock, t)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (Read() is not var (who, said))
            return Page();
        await teams.AddAsync(Circle, who, By, said, Notes, cancel);
        return Redirect(Links.Who(Family, "added"));
    }
}
