using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Data;

namespace Nestwerk.Access.SignIn;

/// <summary>Ends the session, and asks the browser to forget what it kept of it.</summary>
[Authorize(Policies.Account), OwnTransactions]
public sealed class SignOutModel(Sessions sessions) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.EndAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect("/");
    }
}
