using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Nestwerk.Data;

namespace Nestwerk.Access.Trail;

/// <summary>How the trail is doing, as far as a quick look tells.</summary>
/// <param name="Head">Where the chain stands; <see cref="ChainHead.Start"/> when nothing was sealed yet.</param>
/// <param name="WaitingSince">The moment of the oldest row without a seal; null when none waits.</param>
/// <param name="Written">The newest head outside the database; null when there is none.</param>
/// <param name="FitsHead">Whether the trail still goes through that head.</param>
public sealed record AuditState(ChainHead Head, DateTime? WaitingSince, KeptHead? Written, bool FitsHead)
{
    /// <summary>A row waits no longer than a few seconds; after a minute something is wrong.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public bool IsLate(DateTime now) => WaitingSince is { } since && now - since > Longest;

    public static async Task<AuditState> LookAsync(NestwerkDb db, HeadFile heads, CancellationToken cancel)
    {
        var head = await AuditSealer.HeadAsync(db, cancel);
        var waiting = await db.Set<AuditRow>()
            .Where(row => row.Sequence == null)
            .OrderBy(row => row.At)
            .Select(row => (DateTime?)row.At)
            .FirstOrDefaultAsync(cancel);
        var kept = heads.Now();
        if (kept is not { Head.Sequence: > 0 })
            return new(head, waiting, kept, true);
        var there = await db.Set<AuditRow>()
            .Where(row => row.Sequence == kept.Head.Sequence)
            .Select(row => row.Seal)
            .SingleOrDefaultAsync(cancel);
        return new(head, waiting, kept, kept.Head.Is(kept.Head.Sequence, there));
    }
}

/// <summary>An alarm, not an outage: the answer says <c>Degraded</c>, and people go on working.</summary>
sealed class AuditCheck(NestwerkDb db, HeadFile heads, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var state = await AuditState.LookAsync(db, heads, cancellationToken);
            return !state.FitsHead ? HealthCheckResult.Degraded("the audit trail is not what it was")
                : state.IsLate(time.GetUtcNow().UtcDateTime) ? HealthCheckResult.Degraded("audit rows wait for their seal")
                : HealthCheckResult.Healthy();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return HealthCheckResult.Healthy(); // Whether the database answers is said by another check.
        }
    }
}
