using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Families.Knowing;

namespace Nestwerk.Families.Caring;

/// <summary>Somebody of the family wants to leave: at once, and without a reason.</summary>
[Authorize(Policy = Policies.Families), AsksAgain, About(Subject.Family)]
public sealed class LeaveModel(Circles circles, AuditTrail audit, Leaving leaving) : CirclePage(circles, audit)
{
    protected override bool NeedsCare => false;

    public async Task<IActionResult> OnPostAsync(Guid member, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Circle.Find(member) is not { IsParent: true, LeftAt: null } leaver)
            return NotFound();
        var gone = await leaving.LeaveAsync(Circle, leaver, cancel);
        return Redirect(!gone && Circle.Cares ? Links.Rights(Family) : Links.Caseload);
    }
}
