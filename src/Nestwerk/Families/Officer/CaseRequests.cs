using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families.Rights;
using Nestwerk.Shared;

namespace Nestwerk.Families.Officer;

/// <summary>The request a case is about, and whether the officer may do it now.</summary>
public sealed record CaseRequest(SubjectRequest Request, Doing Doing);

/// <summary>
/// Inside a case the officer does what was asked, by the rules a worker has: for a protected person two agree. Without an open case
/// nothing is found.
/// </summary>
public sealed class CaseRequests(FamilyScope scope, RequestDesk desk, RequestDoing doing, Actor actor, HouseClock clock)
{
    public async Task<CaseRequest?> FindAsync(OfficerCase which, CancellationToken cancel)
    {
        if (which.Kind != CaseKind.Request || which.OpenedBy != actor.PersonId || !which.IsOpen(clock.Utc))
            return null;
        var request = await scope
            .Of<SubjectRequest>(actor, Act.Read, Purpose.SubjectRequest)
            .SingleOrDefaultAsync(each => each.FamilyId == which.OfFamily && each.Id == which.AboutId, cancel);
        return request is null
            ? null
            : new(request, RequestRules.By(actor.PersonId, request, await desk.IsProtectedAsync(which.OfFamily, cancel)));
    }

    /// <returns>The proof, when something was erased.</returns>
    public async Task<ErasureProof?> DoAsync(CaseRequest found, DataClass? corrected, CancellationToken cancel)
    {
        if (found.Doing == Doing.FirstOfTwo)
            desk.Agree(found.Request);
        return found.Doing == Doing.Now && await doing.DoAsync(found.Request, actor.PersonId, corrected, cancel) is [var proof, ..]
            ? proof
            : null;
    }
}
