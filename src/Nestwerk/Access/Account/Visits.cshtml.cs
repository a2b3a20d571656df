using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access.Account;

/// <summary>Where she is signed in; what is not hers, or was left behind somewhere, she ends from here.</summary>
public sealed class VisitsModel(
    Factors factors,
    Sessions sessions,
    NestwerkDb db,
    WriteGate gate,
    AuditTrail audit,
    Actor actor,
    HouseClock clock
) : AccountPage(factors, sessions)
{
    public IReadOnlyList<Visit> Open { get; private set; } = [];

    public bool IsHere(Visit visit) => visit.Id == actor.SessionId;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync();
        Open = await OpenAsync(cancel);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancel)
    {
        if (await StopAsync() is { } stop)
            return stop;
        if ((await OpenAsync(cancel)).FirstOrDefault(visit => visit.Id == id && !IsHere(visit)) is { } other)
        {
            other.End(clock.Utc);
            audit.Wrote("account.session-ended", actor.PersonId);
            using var turn = await gate.EnterAsync(cancel);
            await db.SaveChangesAsync(cancel);
        }
        return RedirectToPage();
    }

    async Task<List<Visit>> OpenAsync(CancellationToken cancel)
    {
        var (account, stamp, since) = (Account.Id, Account.SecurityStamp, clock.Utc - Visit.Longest);
        return await db.Set<Visit>()
            .Where(visit => visit.AccountId == account && visit.Stamp == stamp && visit.EndedAt == null && visit.From > since)
            .OrderByDescending(visit => visit.From)
            .ToListAsync(cancel);
    }
}
