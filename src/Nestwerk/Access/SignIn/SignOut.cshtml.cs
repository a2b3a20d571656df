using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Data;

namespace Nestwerk.Access.SignIn;

/// <summary>Ends the session, and asks the browser to forget what it kept of it.</summary>
[Authorize(Policies.Account), OwnTransactions]
public sealed class SignOutModel(Sessions sessions, NarrowPasses passes, WriteGate gate) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        using (await gate.EnterAsync(cancel))
            await passes.EndHereAsync(HttpContext, cancel);
        await sessions.EndAsync(cancel);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect("/");
    }
}
