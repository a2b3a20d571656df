using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access.SignIn;

/// <summary>Password or passkey. The answer to a wrong one never says what was wrong.</summary>
[AllowAnonymous, OwnTransactions, EnableRateLimiting(AccessServices.SignInLimit)]
public sealed class SignInModel(Credentials credentials, Passkeys passkeys, WayIn way, Sessions sessions, T t) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    /// <summary>Where to go afterwards; followed only within this site.</summary>
    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    /// <summary>What was typed before the session ended, sealed.</summary>
    [BindProperty(Name = KeptForms.Field)]
    public string? Kept { get; set; }

    public IActionResult OnGet(string? language)
    {
        if (language is not null && language != Languages.Current && Languages.All.Contains(language))
        {
            HttpContext.RememberLanguage(language);
            return RedirectToPage(new { @return = Return });
        }
        Kept = HttpContext.Features.Get<CarriedForm>()?.Sealed;
        return way.AskPassword(this, Input, new(Return, Kept));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var account = await credentials.ByPasswordAsync(Input.Address ?? "", Input.Password ?? "", cancel);
        if (account is null)
            return Refuse("signIn.wrong");
        if (!account.TwoFactorEnabled)
            return await LetInAsync(account, SessionClaims.Password, cancel);
        await sessions.AwaitCodeAsync(account, Input.Shared);
        return Kept is null ? RedirectToPage("/Access/SignIn/Code", new { @return = Return }) : way.AskCode(this, new(Return, Kept));
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.AskAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancel)
    {
        var account = await passkeys.AnswerAsync(credential, cancel);
        return account is null ? Refuse("signIn.passkeyWrong") : await LetInAsync(account, SessionClaims.SecondFactor, cancel);
    }

    async Task<IActionResult> LetInAsync(IdentityUser<Guid> account, string method, CancellationToken cancel) =>
        await way.LetInAsync(this, account, method, new(Return, Kept), Input.Shared, cancel) ?? Refuse("signIn.wrong");

    IActionResult Refuse(string text)
    {
        ModelState.AddModelError("", t[text]);
        return way.AskPassword(this, Input, new(Return, Kept));
    }
}
