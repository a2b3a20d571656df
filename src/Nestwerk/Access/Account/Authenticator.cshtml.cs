using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access.SignIn;
using Nestwerk.Shared;

namespace Nestwerk.Access.Account;

/// <summary>Ties an authenticator app to the account. The new secret waits, sealed, in the form: until it is confirmed the old one works.</summary>
public sealed class AuthenticatorModel(
    Factors factors,
    Sessions sessions,
    UserManager<IdentityUser<Guid>> users,
    IDataProtectionProvider protection,
    NestwerkOptions house,
    HouseClock clock,
    T t
) : AccountPage(factors, sessions)
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The secret as the form carries it.</summary>
    [BindProperty]
    public string? Waiting { get; set; }

    public string Key { get; private set; } = "";

    public string KeyInFours => string.Join(' ', Key.Chunk(4).Select(four => new string(four)));

    public string Uri =>
        $"otpauth://totp/{System.Uri.EscapeDataString($"{house.Name}:{Account.Email}")}?secret={Key}&issuer={System.Uri.EscapeDataString(house.Name)}&digits=6";

    /// <summary>Shown once, after it worked.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    IDataProtector Protector => protection.CreateProtector("Nestwerk.NewAuthenticator", Account.Id.ToString());

    public async Task<IActionResult> OnGetAsync()
    {
        if (await StopAsync() is { } stop)
            return stop;
        Key = users.GenerateNewAuthenticatorKey();
        Waiting = Protector.Protect(Key);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await StopAsync() is { } stop)
            return stop;
        if (!ReadWaiting())
            return RedirectToPage();
        var typed = (Code ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (Totp.StepOf(typed, Key, clock.Utc) is { } step)
            Codes = await Factors.SetAppAsync(Account, Key, step, cancel);
        else
            ModelState.AddModelError(nameof(Code), t["account.appWrong"]);
        return Page();
    }

    bool ReadWaiting()
    {
        try
        {
            Key = Protector.Unprotect(Waiting ?? "");
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
