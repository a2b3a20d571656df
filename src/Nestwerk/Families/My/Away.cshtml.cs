using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Families.Entering;
using Nestwerk.Families.Tongues;

namespace Nestwerk.Families.My;

/// <summary>
/// Leaves quickly: the session ends, the browser is asked to forget, and the weather appears. An answer that refreshes itself, because
/// the content policy lets no form lead to another site; it takes the place of the page in the history. It asks no token: this button
/// must work whatever became of her session, and all that anybody could force with it is that she has to come in again.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class AwayModel(P p, ParentSessions sessions) : DoorPage(p)
{
    public const string Neutral = "https://www.meteo.be/";

    public IActionResult OnGet() => Redirect(Links.My);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await sessions.EndHereAsync(HttpContext, cancel);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return Page();
    }
}
