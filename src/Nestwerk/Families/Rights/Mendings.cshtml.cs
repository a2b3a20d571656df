using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>What to look after in one's own papers, because it was corrected or erased here.</summary>
[Authorize(Policy = Policies.Families)]
public sealed class MendingsModel(Mendings mendings, Actor actor, AuditTrail audit, HouseClock clock) : PageModel
{
    public IReadOnlyList<Mending> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Lines = await mendings.MineAsync(cancel);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if ((await mendings.MineAsync(cancel)).Find(each => each.Id == id) is not { } mine)
            return NotFound();
        mine.Finish(actor.PersonId, clock.Utc);
        audit.WroteOf(mine.OfFamily, "mending.done", mine.Id);
        return Redirect(Links.Mendings);
    }
}
