using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>Takes away what is kept of a person, where she does not wait for a request.</summary>
public interface IErasure
{
    Task EraseAsync(Guid family, Guid member, CancellationToken cancel);
}

/// <summary>
/// Somebody wants to leave. Nothing is asked; everything about her ends at once, and what is kept of her goes as far as it can.
/// </summary>
public sealed class Leaving(
    FamilyScope scope,
    Consents consents,
    Relations relations,
    IEnumerable<IErasure> erasures,
    AuditTrail audit,
    HouseClock clock
)
{
    public async Task LeaveAsync(Circle circle, FamilyMember leaver, CancellationToken cancel)
    {
        var alone = circle.Parents.All(parent => parent.Id == leaver.Id);
        foreach (var yes in circle.Facts.Consents.Where(each => alone || each.MemberId == leaver.Id))
            consents.Withdraw(yes);
        foreach (var channel in await ChannelsAsync(circle.FamilyId, leaver.Id, cancel))
            channel.Stop(clock.Utc);
        foreach (var relation in circle.Facts.Relations.Where(each => alone || each.MemberId == leaver.Id))
            relations.End(relation);
        leaver.LeftAt ??= clock.Utc;
        audit.WroteOf(circle.FamilyId, "family.left", leaver.Id);
        foreach (var erasure in erasures)
            await erasure.EraseAsync(circle.FamilyId, leaver.Id, cancel);
    }

    Task<List<ContactChannel>> ChannelsAsync(Guid family, Guid member, CancellationToken cancel) =>
        scope
            .For<ContactChannel>(Job.Rights)
            .Where(channel => channel.FamilyId == family && channel.SubjectId == member)
            .ToListAsync(cancel);
}
