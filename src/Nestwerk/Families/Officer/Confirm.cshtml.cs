using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Families.Officer;

/// <summary>The second person says yes or no to a case, on her own account. She learns why, not whose.</summary>
[Authorize(Policy = Policies.Staff), About(Subject.Work)]
public sealed class ConfirmModel(NestwerkDb db, OfficerDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OfficerCase Case { get; private set; } = null!;
    public string Officer { get; private set; } = "";
    public LegalRequest? Legal { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } found)
            return NotFound();
        Case = found;
        Officer = await db.Set<Person>().Where(person => person.Id == found.OpenedBy).Select(person => person.Name).SingleAsync(cancel);
        Legal = await db.Set<LegalRequest>().SingleOrDefaultAsync(each => each.Id == found.AboutId, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } found)
            return NotFound();
        desk.Confirm(found);
        return Redirect("/");
    }

    public async Task<IActionResult> OnPostRefuseAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } found)
            return NotFound();
        desk.Refuse(found);
        return Redirect("/");
    }

    async Task<OfficerCase?> FindAsync(CancellationToken cancel) =>
        (await desk.WaitingForMeAsync(cancel)).FirstOrDefault(each => each.Id == Id);
}
