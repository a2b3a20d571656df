using Microsoft.AspNetCore.Mvc;

namespace Nestwerk.Access.Account;

/// <summary>Makes new recovery codes; the old ones stop working.</summary>
public sealed class RecoveryCodesModel(Factors factors, Sessions sessions) : AccountPage(factors, sessions)
{
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await StopAsync() ?? (List.App ? Page() : Redirect("/account"));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await StopAsync() is { } stop)
            return stop;
        if (!List.App)
            return Redirect("/account");
        Codes = await Factors.RenewCodesAsync(Account, cancel);
        return Page();
    }
}
