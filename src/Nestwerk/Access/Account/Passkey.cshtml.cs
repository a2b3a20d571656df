using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access.SignIn;
using Nestwerk.Shared;

namespace Nestwerk.Access.Account;

/// <summary>Adds a passkey: this phone, this computer or a security key.</summary>
public sealed class PasskeyModel(Factors factors, Sessions sessions, Passkeys passkeys, Actor actor, T t) : AccountPage(factors, sessions)
{
    const int LongestName = 40;

    [BindProperty]
    public string? Name { get; set; }

    public async Task<IActionResult> OnGetAsync() => await StopAsync() ?? Page();

    public async Task<IActionResult> OnPostOptionsAsync() =>
        await StopAsync() ?? Content(await passkeys.OfferAsync(Account, actor.Name), "application/json");

    public async Task<IActionResult> OnPostAsync(string? credential, CancellationToken cancel)
    {
        if (await StopAsync() is { } stop)
            return stop;
        var name = (Name ?? "").Trim();
        if (await Factors.AddPasskeyAsync(Account, credential, name[..Math.Min(name.Length, LongestName)], cancel))
            return Redirect("/account");
        ModelState.AddModelError("", t["account.passkeyWrong"]);
        return Page();
    }
}
