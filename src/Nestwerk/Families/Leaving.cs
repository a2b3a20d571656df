using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>Takes away what is kept of a person who leaves.</summary>
public interface IErasure
{
    /// <summary>
    /// Whether it cannot be now: somebody in the family is protected, so that two people have to agree, or something is being settled
    /// for which the law asks to keep it.
    /// </summary>
    Task<bool> WaitsAsync(Guid family, CancellationToken cancel);

    /// <summary>Erases in the running transaction.</summary>
    Task EraseAsync(FamilyMember leaver, CancellationToken cancel);

    /// <summary>Leaves it as a request of hers.</summary>
    /// <param name="agrees">Whether who writes this is one of the two who may agree.</param>
    void Ask(FamilyMember leaver, bool agrees);
}

/// <summary>
/// Somebody wants to leave. Nothing is asked; everything about her ends at once, and what is kept of her goes with it. Where it
/// cannot go at once, her care team stays until it is gone: somebody has to do it. Who only gives her group does not erase what a care
/// team wrote: there it waits as any request of hers does.
/// </summary>
public sealed class Leaving(FamilyScope scope, Consents consents, Relations relations, IErasure erasure, AuditTrail audit, HouseClock clock)
{
    /// <returns>Whether it is all gone now.</returns>
    public async Task<bool> LeaveAsync(Circle circle, FamilyMember leaver, CancellationToken cancel)
    {
        var alone = circle.Parents.All(parent => parent.Id == leaver.Id);
        var waits = !circle.Cares || await erasure.WaitsAsync(circle.FamilyId, cancel);
        foreach (var yes in circle.Facts.Consents.Where(each => alone || each.MemberId == leaver.Id))
            consents.Withdraw(yes);
        foreach (var channel in await ChannelsAsync(circle.FamilyId, leaver.Id, cancel))
            channel.Stop(clock.Utc);
        foreach (var relation in circle.Facts.Relations.Where(each => alone || each.MemberId == leaver.Id))
            if (!(waits && relation.Basis is Basis.CareTeam or Basis.Case))
                relations.End(relation);
        leaver.LeftAt ??= clock.Utc;
        audit.WroteOf(circle.FamilyId, "family.left", leaver.Id);
        if (waits)
            erasure.Ask(leaver, circle.Cares);
        else
            await erasure.EraseAsync(leaver, cancel);
        return !waits;
    }

    Task<List<ContactChannel>> ChannelsAsync(Guid family, Guid member, CancellationToken cancel) =>
        scope
            .For<ContactChannel>(Job.Rights)
            .Where(channel => channel.FamilyId == family && channel.SubjectId == member)
            .ToListAsync(cancel);
}
