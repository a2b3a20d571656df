using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Officer;

/// <summary>A letter to those whom a breach touches, in a language of choice. It names nobody; what differs is written by hand.</summary>
[Authorize(Policy = Policies.Officer), About(Subject.Work)]
public sealed class LetterModel(NestwerkDb db, OfficerDesk desk, HouseClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "lang")]
    public string? Lang { get; set; }

    public string Language => Languages.Known(Lang);
    public string House { get; private set; } = "";
    public string What { get; private set; } = "";
    public DateOnly Known { get; private set; }
    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (
            await db.Set<Breach>().SingleOrDefaultAsync(each => each.Id == Id && desk.Houses.Contains(each.OrganisationId), cancel)
            is not { } breach
        )
            return NotFound();
        House = await db.Set<Organisation>()
            .Where(house => house.Id == breach.OrganisationId)
            .Select(house => house.Name)
            .SingleAsync(cancel);
        (What, Known) = (breach.What, DateOnly.FromDateTime(clock.Local(breach.KnownAt)));
        return Page();
    }
}
