using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>Who leaves is erased as if she had asked for it and a worker did it with her: the same rows, the same proof, the same tombstone.</summary>
public sealed class ErasedOnLeaving(
    NestwerkDb db,
    RequestDesk desk,
    RequestDoing doing,
    LegalHolds holds,
    Actor actor,
    AuditTrail audit,
    HouseClock clock
) : IErasure
{
    public async Task<bool> WaitsAsync(Guid family, CancellationToken cancel) =>
        await desk.IsProtectedAsync(family, cancel) || await holds.Now().AnyAsync(each => each == family, cancel);

    public Task EraseAsync(FamilyMember leaver, CancellationToken cancel) => doing.DoAsync(RequestOf(leaver), actor.PersonId, null, cancel);

    public void Ask(FamilyMember leaver, bool agrees)
    {
        var request = RequestOf(leaver);
        db.Add(request);
        if (agrees)
            desk.Agree(request);
    }

    SubjectRequest RequestOf(FamilyMember leaver)
    {
        var request = SubjectRequest.Ask(leaver, Right.Erasure, null, actor.PersonId, clock.Utc);
        audit.WroteOf(leaver.FamilyId, "right.asked", request.Id, DataClasses.Contact);
        return request;
    }
}
