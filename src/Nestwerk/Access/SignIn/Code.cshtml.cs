using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access.SignIn;

/// <summary>The second step after a password: a code from the app, or a recovery code.</summary>
[AllowAnonymous, OwnTransactions, EnableRateLimiting(AccessServices.SignInLimit)]
public sealed class CodeModel(Credentials credentials, WayIn way, Sessions sessions, T t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    [BindProperty(Name = KeptForms.Field)]
    public string? Kept { get; set; }

    Luggage Luggage => new(Return, Kept);

    public async Task<IActionResult> OnGetAsync() =>
        await sessions.AwaitingCodeAsync() is null
            ? RedirectToPage("/Access/SignIn/SignIn", new { @return = Return })
            : way.AskCode(this, Luggage);

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken cancel)
    {
        if (await sessions.AwaitingCodeAsync() is not { } account)
        {
            ModelState.AddModelError("", t["signIn.codeLate"]);
            return way.AskPassword(this, new(), Luggage);
        }
        var shared = await sessions.IsSharedAsync();
        if (await credentials.TakesCodeAsync(account, code ?? "", cancel))
            return await way.LetInAsync(this, account, SessionClaims.SecondFactor, Luggage, shared, cancel) ?? NotFound();
        ModelState.AddModelError("code", t["signIn.codeWrong"]);
        return way.AskCode(this, Luggage);
    }
}
