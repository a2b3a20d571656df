using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Shared.Offline;

namespace Nestwerk.Playbook.Live;

/// <summary>How a run stands, for its script; with a fresh token, because the page may be an old one from the cache.</summary>
[Authorize(Policy = Policies.Running), NarrowPage(RunDesk.Purpose)]
[About(Subject.Work)]
public sealed class StateModel(RunDesk desk, IAntiforgery forms) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await desk.ReadAsync(id, cancel) is not { Run: not null } view)
            return NotFound();
        var token = forms.GetAndStoreTokens(HttpContext).RequestToken;
        return new JsonResult(RunJson.Answer(view, OfflineVersion.Current, token), RunJson.Options);
    }
}
