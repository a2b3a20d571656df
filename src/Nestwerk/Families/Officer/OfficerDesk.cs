using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families.Rights;
using Nestwerk.Shared;

namespace Nestwerk.Families.Officer;

/// <summary>A request as the officer sees it without a case: that there is one, which right, until when. Nothing of the family.</summary>
public sealed record OpenRequest(Guid FamilyId, Guid Id, Right Right, DateTime At, DateTime DueAt, bool NeedsSomebody);

/// <summary>
/// What the data protection officer of an organisation has before her. She sees no family: only that something was asked, and the
/// cases that were opened with a second person.
/// </summary>
public sealed class OfficerDesk(NestwerkDb db, FamilyScope scope, Actor actor, AuditTrail audit, HouseClock clock)
{
    static readonly Role[] SecondPeople = [Role.ProtectionOfficer, Role.OrganisationAdmin, Role.NetworkCoordinator];

    /// <summary>The organisations whose families she watches over.</summary>
    public IReadOnlyList<Guid> Houses { get; } =
    [.. actor.Posts.Where(post => post.Role == Role.ProtectionOfficer).Select(post => post.OrganisationId).Distinct()];

    public async Task<IReadOnlyList<OpenRequest>> RequestsAsync(CancellationToken cancel)
    {
        var open = await scope
            .For<SubjectRequest>(Job.Rights)
            .Where(each => each.DoneAt == null && each.CancelledAt == null)
            .Where(each => db.Set<FamilyKey>().Any(key => key.FamilyId == each.FamilyId && Houses.Contains(key.ControllerId)))
            .OrderBy(each => each.DueAt)
            .ToListAsync(cancel);
        return [.. open.Select(each => new OpenRequest(each.FamilyId, each.Id, each.Right, each.At, each.DueAt, !each.CanClockDoIt))];
    }

    public Task<List<OfficerCase>> CasesAsync(CancellationToken cancel) =>
        db.Set<OfficerCase>()
            .Where(each => Houses.Contains(each.ControllerId))
            .OrderByDescending(each => each.OpenedAt)
            .ToListAsync(cancel);

    public Task<OfficerCase?> CaseAsync(Guid id, CancellationToken cancel) =>
        db.Set<OfficerCase>().SingleOrDefaultAsync(each => each.Id == id && Houses.Contains(each.ControllerId), cancel);

    public Task<List<ErasureProof>> ProofsAsync(CancellationToken cancel) =>
        db.Set<ErasureProof>()
            .AsNoTracking()
            .Where(each => Houses.Contains(each.ControllerId))
            .OrderByDescending(each => each.At)
            .ToListAsync(cancel);

    /// <returns>The case, which waits for a second person; null when this is no family of hers.</returns>
    public async Task<OfficerCase?> OpenAsync(Guid family, CaseKind kind, Guid about, CancellationToken cancel)
    {
        if (
            await db.Set<FamilyKey>().SingleOrDefaultAsync(key => key.FamilyId == family && Houses.Contains(key.ControllerId), cancel)
            is not { } key
        )
            return null;
        var fresh = new OfficerCase
        {
            Id = Ids.New(),
            OfFamily = family,
            ControllerId = key.ControllerId,
            Kind = kind,
            AboutId = about,
            OpenedBy = actor.PersonId,
            OpenedAt = clock.Utc,
        };
        db.Add(fresh);
        audit.WroteOf(family, "case.opened", fresh.Id);
        return fresh;
    }

    public async Task CloseAsync(OfficerCase which, CancellationToken cancel)
    {
        which.Close(clock.Utc);
        foreach (var relation in await RelationsOf(which).ToListAsync(cancel))
            relation.End(actor.PersonId, clock.Utc);
        audit.WroteOf(which.OfFamily, "case.closed", which.Id);
    }

    /// <summary>Cases that wait for a second person, who may be this one.</summary>
    public async Task<IReadOnlyList<OfficerCase>> WaitingForMeAsync(CancellationToken cancel)
    {
        var houses = actor.Posts.Where(post => SecondPeople.Contains(post.Role)).Select(post => post.OrganisationId).Distinct().ToList();
        var me = actor.PersonId;
        return await db.Set<OfficerCase>()
            .Where(each => houses.Contains(each.ControllerId) && each.OpenedBy != me)
            .Where(each => each.ConfirmedAt == null && each.RefusedAt == null && each.ClosedAt == null)
            .ToListAsync(cancel);
    }

    public void Confirm(OfficerCase which)
    {
        if (which.Confirm(actor.PersonId, clock.Utc) is not { } relation)
            return;
        db.Add(relation);
        audit.WroteOf(which.OfFamily, "case.confirmed", which.Id);
    }

    public void Refuse(OfficerCase which)
    {
        which.Refuse(actor.PersonId, clock.Utc);
        audit.WroteOf(which.OfFamily, "case.refused", which.Id);
    }

    IQueryable<Relation> RelationsOf(OfficerCase which) =>
        db.Set<Relation>().Where(each => each.FamilyId == which.OfFamily && each.Basis == Basis.Case && each.BasisId == which.Id);
}
