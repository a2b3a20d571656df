using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;

namespace Nestwerk.Families.Looking;

/// <summary>Who opened or changed what is kept of a family, for those who stand beside it.</summary>
[Authorize(Policy = Policies.Families), About(Subject.Family)]
public sealed class LookedModel(FamilyScope scope, WhoLooked looked, Moves moves, AuditTrail audit, Actor actor) : PageModel
{
    public Guid Family { get; private set; }
    public IReadOnlyList<Look> Looks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid family, DateTimeOffset? before, CancellationToken cancel)
    {
        var members = scope.Of<FamilyMember>(actor, Act.Read, Purpose.CoordinateTrajectory);
        if (!await members.AnyAsync(member => member.FamilyId == family, cancel))
            return NotFound();
        (Family, Looks) = (family, await looked.OfAsync(await moves.EverAsync(family, cancel), null, before?.UtcDateTime, cancel));
        await audit.ReadAsync("family.trail-read", [family], DataClasses.None, cancel);
        return Page();
    }
}
