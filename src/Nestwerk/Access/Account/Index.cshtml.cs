using System.Buffers.Text;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Shared;

namespace Nestwerk.Access.Account;

/// <summary>Who I am here, and how I sign in.</summary>
public sealed class IndexModel(Factors factors, Sessions sessions, Actor actor, HouseClock clock, RestoreNotice notice)
    : AccountPage(factors, sessions)
{
    public Actor Me => actor;

    public static string IdOf(byte[] passkey) => Base64Url.EncodeToString(passkey);

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(clock.Local(moment.UtcDateTime));

    /// <summary>When somebody last made a way into this account, and who; null when nobody did lately.</summary>
    public (string Who, DateOnly On)? Restore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync();
        if (await notice.LastAsync(cancel) is { } last)
            Restore = (last.Who, DateOnly.FromDateTime(clock.Local(last.At)));
    }

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
