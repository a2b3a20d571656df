using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>Does what was asked, in the running transaction: for a worker who spoke with her, or for the clock.</summary>
public sealed class RequestDoing(
    NestwerkDb db,
    FamilyScope scope,
    Erasing erasing,
    Recipients recipients,
    LegalHolds holds,
    AuditTrail audit,
    HouseClock clock
)
{
    /// <param name="request">An open one.</param>
    /// <param name="by">Who does it; null for the clock.</param>
    /// <param name="corrected">What was corrected, where that was asked.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>What was erased, where that was asked.</returns>
    public async Task<IReadOnlyList<ErasureProof>> DoAsync(SubjectRequest request, Guid? by, DataClass? corrected, CancellationToken cancel)
    {
        var (family, member) = (request.FamilyId, request.MemberId);
        request.Finish(by, clock.Utc);
        audit.WroteOf(family, "right.done", request.Id, DataClasses.Contact);
        switch (request.Right)
        {
            case Right.Restriction:
                db.Add(Restrict(request, by));
                return [];
            case Right.Correction when corrected is { } data:
                await recipients.CorrectedAsync(family, member, data, cancel);
                return [];
            case Right.Erasure:
                await recipients.ErasedAsync(family, member, cancel);
                return await erasing.AskedAsync(request, by, cancel);
            default:
                return [];
        }
    }

    /// <summary>Those whose time has come and that need nobody, as ids: each is done in a transaction of its own.</summary>
    public async Task<IReadOnlyList<(Guid Family, Guid Id)>> DueAsync(CancellationToken cancel)
    {
        var now = clock.Utc;
        var due = await scope
            .For<SubjectRequest>(Job.Rights)
            .Where(request => request.DueAt <= now && request.DoneAt == null && request.CancelledAt == null)
            .ToListAsync(cancel);
        var guarded = await db.Set<Protection>()
            .Where(each => each.From <= now && (each.Until == null || now < each.Until))
            .Select(each => each.FamilyId)
            .Distinct()
            .ToListAsync(cancel);
        var held = await holds.Now().ToListAsync(cancel);
        return
        [
            .. due.Where(each => each.Right != Right.Erasure || !held.Contains(each.FamilyId))
                .Where(each => RequestRules.ClockDoes(each, guarded.Contains(each.FamilyId), now))
                .Select(each => (each.FamilyId, each.Id)),
        ];
    }

    /// <summary>Looked at anew in its own transaction: she may have stopped it.</summary>
    public async Task ByClockAsync(Guid family, Guid id, CancellationToken cancel)
    {
        var request = await scope
            .For<SubjectRequest>(Job.Rights)
            .SingleOrDefaultAsync(each => each.FamilyId == family && each.Id == id, cancel);
        if (request is { IsOpen: true })
            await DoAsync(request, null, null, cancel);
    }

    Restriction Restrict(SubjectRequest request, Guid? by) =>
        new()
        {
            FamilyId = request.FamilyId,
            Id = Ids.New(),
            MemberId = request.MemberId,
            PlacedBy = by ?? request.SubjectId ?? Guid.Empty,
            From = clock.Utc,
        };
}
