using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Officer;

/// <summary>That something was asked and until when, without whose it is; a case with a second person opens that.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class OfficerRequestsModel(OfficerDesk desk, HouseClock clock) : PageModel
{
    public IReadOnlyList<OpenRequest> Lines { get; private set; } = [];
    public DateTime Now => clock.Utc;

    public async Task OnGetAsync(CancellationToken cancel) => Lines = await desk.RequestsAsync(cancel);

    public async Task<IActionResult> OnPostAsync(Guid family, Guid request, CancellationToken cancel)
    {
        var known = (await desk.RequestsAsync(cancel)).Any(each => each.FamilyId == family && each.Id == request);
        return known && await desk.OpenAsync(family, CaseKind.Request, request, cancel) is { } opened
            ? Redirect(Links.Case(opened.Id))
            : NotFound();
    }
}
