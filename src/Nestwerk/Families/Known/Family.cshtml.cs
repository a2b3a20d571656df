using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;

namespace Nestwerk.Families.Known;

/// <summary>One family on one page: how to reach her safely, what she already told, who stands beside her.</summary>
[Authorize(Policy = Policies.Families), About(Subject.Family)]
public sealed class FamilyModel(FamilyPages pages, AuditTrail audit) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Family { get; set; }

    public FamilyView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await pages.ReadAsync(Family, cancel) is not { } view)
            return NotFound();
        View = view;
        await audit.ReadAsync("family.read", [Family], view.Shown, cancel);
        return Page();
    }
}
