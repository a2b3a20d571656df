using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>What somebody asks.</summary>
/// <param name="By">The member who asks.</param>
/// <param name="About">Herself or a child she speaks for; null for the whole family, which only erasure and restriction can be about.</param>
public sealed record Asked(Guid By, Right Right, Guid? About, string? Words);

/// <summary>
/// Takes in, shows and stops requests: for a parent on her own page, or for a worker to whom she said it. What is not hers is not found;
/// the page of a protected person takes none, her worker does.
/// </summary>
public sealed class RequestDesk(NestwerkDb db, FamilyScope scope, FamilyKeys keys, AuditTrail audit, Actor actor, HouseClock clock)
{
    /// <summary>Newest first.</summary>
    public Task<List<SubjectRequest>> ListAsync(Guid family, CancellationToken cancel) =>
        Rows(Act.Read).Where(request => request.FamilyId == family).OrderByDescending(request => request.At).ToListAsync(cancel);

    /// <summary>One that she may change; null when it is not hers.</summary>
    public Task<SubjectRequest?> ChangeAsync(Guid family, Guid id, CancellationToken cancel) =>
        Rows(Act.Write).SingleOrDefaultAsync(request => request.FamilyId == family && request.Id == id, cancel);

    /// <returns>Null when this family or this member is not hers, or she is protected and this is her own page.</returns>
    public async Task<SubjectRequest?> AskAsync(Guid family, Asked asked, CancellationToken cancel)
    {
        var members = await MembersAsync(family, cancel);
        if (members.Find(member => member.Id == asked.By && member.IsParent) is not { } who || !MayAskAbout(asked, who, members))
            return null;
        var request = SubjectRequest.Ask(who, asked.Right, asked.About, actor.Parent is null ? actor.PersonId : null, clock.Utc);
        request.Say(asked.Words, await keys.OfAsync(family, cancel));
        if (!await scope.AddAsync(actor, PurposeOf(actor), request, cancel))
            return null;
        audit.WroteOf(family, "right.asked", request.Id, DataClasses.Contact);
        return request;
    }

    /// <returns>False when it is over already.</returns>
    public bool Cancel(SubjectRequest request)
    {
        if (!request.IsOpen)
            return false;
        request.Cancel(actor.PersonId, clock.Utc);
        audit.WroteOf(request.FamilyId, "right.cancelled", request.Id, DataClasses.Contact);
        return true;
    }

    /// <summary>The first of two people who do it for a protected person says yes.</summary>
    public void Agree(SubjectRequest request)
    {
        request.Agree(actor.PersonId, clock.Utc);
        audit.WroteOf(request.FamilyId, "right.agreed", request.Id, DataClasses.Contact);
    }

    /// <summary>The members she may see; a parent sees herself and the children she speaks for.</summary>
    public Task<List<FamilyMember>> MembersAsync(Guid family, CancellationToken cancel) =>
        scope.Of<FamilyMember>(actor, Act.Read, PurposeOf(actor)).Where(member => member.FamilyId == family).ToListAsync(cancel);

    public Task<bool> IsProtectedAsync(SubjectRequest request, CancellationToken cancel) => IsProtectedAsync(request.FamilyId, cancel);

    /// <summary>Whether anybody in this family is protected: what is printed or erased for one can be seen by another.</summary>
    public async Task<bool> IsProtectedAsync(Guid family, CancellationToken cancel)
    {
        var now = clock.Utc;
        return await db.Set<Protection>()
            .AnyAsync(each => each.FamilyId == family && each.From <= now && (each.Until == null || now < each.Until), cancel);
    }

    /// <summary>A parent acts for her own right; a worker stands beside her.</summary>
    static Purpose PurposeOf(Actor actor) => actor.Parent is null ? Purpose.CoordinateTrajectory : Purpose.SubjectRequest;

    static bool MayAskAbout(Asked asked, FamilyMember who, List<FamilyMember> members) =>
        asked.About is { } about
            ? about == who.Id || members.Exists(member => member.Id == about && member.KeeperId == who.Id)
            : asked.Right is Right.Erasure or Right.Restriction;

    IQueryable<SubjectRequest> Rows(Act act) => scope.Of<SubjectRequest>(actor, act, PurposeOf(actor));
}
