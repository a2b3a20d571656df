using System.Data;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>
/// Looks whether somebody is known. Each inquiry is counted and written down, whatever it finds; what is found is said only to who
/// already stands beside that family.
/// </summary>
public sealed class Inquiries(
    NestwerkDb db,
    WriteGate gate,
    Lookups lookups,
    FamilyScope scope,
    FamilyKeys keys,
    Actor actor,
    AuditTrail audit,
    HouseClock clock
)
{
    public const int MostADay = 30;
    const string Event = "family.looked-up";

    /// <returns>The families she stands beside anyway; null when she asked often enough for a day.</returns>
    public async Task<IReadOnlyList<OpenFamily>?> AskAsync(LookupKind kind, string plain, CancellationToken cancel)
    {
        var found = await lookups.FindAsync(kind, plain, cancel);
        return await CountAsync(found.Select(each => each.FamilyId).FirstOrDefault(), cancel) ? await HersAsync(found, cancel) : null;
    }

    /// <summary>In a short transaction of its own, so that many at once are not more than were counted.</summary>
    async Task<bool> CountAsync(Guid found, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);
        var since = clock.Utc.AddDays(-1);
        var asked = await db.Set<AuditRow>()
            .CountAsync(row => row.PersonId == actor.PersonId && row.At > since && row.Event == Event, cancel);
        if (asked >= MostADay)
            return false;
        if (found == Guid.Empty)
            audit.Wrote(Event, Guid.Empty);
        else
            audit.WroteOf(found, Event, found);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    async Task<IReadOnlyList<OpenFamily>> HersAsync(IReadOnlyList<Found> found, CancellationToken cancel)
    {
        List<Guid> families = [.. found.Select(each => each.FamilyId).Distinct()];
        List<OpenFamily> hers = [];
        foreach (var purpose in Standing.Of(actor))
        {
            var members = await scope
                .Of<FamilyMember>(actor, Act.Read, purpose)
                .AsNoTracking()
                .Where(member => families.Contains(member.FamilyId))
                .ToListAsync(cancel);
            foreach (var family in members.GroupBy(member => member.FamilyId).Where(each => hers.All(known => known.Id != each.Key)))
                hers.Add(new(family.Key, purpose, await keys.OfAsync(family.Key, cancel), OpenFamily.Ordered(family), null));
        }
        return hers;
    }
}
