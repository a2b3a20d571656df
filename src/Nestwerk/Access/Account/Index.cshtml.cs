using System.Buffers.Text;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Shared;

namespace Nestwerk.Access.Account;

/// <summary>Who I am here, and how I sign in.</summary>
public sealed class IndexModel(Factors factors, Sessions sessions, Actor actor, HouseClock clock) : AccountPage(factors, sessions)
{
    public Actor Me => actor;

    public static string IdOf(byte[] passkey) => Base64Url.EncodeToString(passkey);

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(clock.Local(moment.UtcDateTime));

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostRemoveAppAsync(CancellationToken cancel)
    {
        if (await StopAsync() is { } stop)
            return stop;
        if (List is { App: true, Count: > 1 })
            await Factors.RemoveAppAsync(Account, cancel);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        if (await StopAsync() is { } stop)
            return stop;
        await Factors.EndOtherSessionsAsync(Account, Method, cancel);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? id, CancellationToken cancel)
    {
        if (await StopAsync() is { } stop)
            return stop;
        var hers = List.Passkeys.FirstOrDefault(passkey => IdOf(passkey.CredentialId) == id);
        if (hers is not null && List.Count > 1)
            await Factors.RemovePasskeyAsync(Account, hers.CredentialId, cancel);
        return RedirectToPage();
    }
}
