using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Nestwerk.Access.SignIn;
using Nestwerk.Shared;

namespace Nestwerk.Access.Account;

/// <summary>Asks for a second factor again, before something about the account changes.</summary>
[EnableRateLimiting(AccessServices.SignInLimit)]
public sealed class ConfirmModel(Factors factors, Sessions sessions, Credentials credentials, Passkeys passkeys, T t)
    : AccountPage(factors, sessions)
{
    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return MustConfirm && !IsDemo ? Page() : GoOn();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync();
        if (List.App && await credentials.TakesCodeAsync(Account, Code ?? "", cancel))
            return await ProvedAsync(cancel);
        ModelState.AddModelError(nameof(Code), t["signIn.codeWrong"]);
        return Page();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync()
    {
        await LoadAsync();
        return Content(await passkeys.AskAsync(Account), "application/json");
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancel)
    {
        await LoadAsync();
        if (await passkeys.AnswerAsync(credential, cancel) is { } owner && owner.Id == Account.Id)
            return await ProvedAsync(cancel);
        ModelState.AddModelError("", t["signIn.passkeyWrong"]);
        return Page();
    }

    async Task<IActionResult> ProvedAsync(CancellationToken cancel)
    {
        await Sessions.GoOnAsync(Account, SessionClaims.SecondFactor, cancel);
        return GoOn();
    }

    RedirectResult GoOn() => Redirect(Url.IsLocalUrl(Return) ? Return : "/account");
}
