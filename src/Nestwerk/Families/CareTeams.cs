using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>Opens and ends that somebody stands beside a family: works from the next request on.</summary>
public sealed class Relations(NestwerkDb db, Actor actor, AuditTrail audit, HouseClock clock)
{
    /// <param name="basisId">What it rests on; null when it stands by itself.</param>
    /// <param name="member">About whom; null for the whole family.</param>
    public Relation Open(Guid family, Beside who, Basis basis, DataClasses classes, Guid? basisId = null, Guid? member = null)
    {
        var id = Ids.New();
        var row = new Relation
        {
            FamilyId = family,
            Id = id,
            MemberId = member,
            Holder = who.Holder,
            HolderId = who.Id,
            Basis = basis,
            BasisId = basisId ?? id,
            Classes = classes,
            From = clock.Utc,
        };
        db.Add(row);
        audit.WroteOf(family, "relation.opened", row.Id, classes);
        return row;
    }

    public void End(Relation relation)
    {
        if (!Circle.Holds(relation, clock.Utc))
            return;
        relation.End(actor.PersonId, clock.Utc);
        audit.WroteOf(relation.FamilyId, "relation.ended", relation.Id, relation.Classes);
    }
}

/// <summary>A worker, a team or an organisation that stands beside a family, or gets to.</summary>
public sealed record Beside(Holder Holder, Guid Id);

/// <summary>The people who carry a family together, each with the yes of a parent.</summary>
public sealed class CareTeams(Relations relations, Consents consents, FamilyScope scope, Actor actor, HouseClock clock)
{
    /// <summary>Somebody comes to stand beside the family. How she agreed is kept as a yes of hers.</summary>
    /// <param name="knowsNotes">Whether she may also read what the others wrote down.</param>
    public async Task<Relation> AddAsync(Circle circle, Beside who, Guid member, Saying said, bool knowsNotes, CancellationToken cancel)
    {
        var standing = circle.Facts.Relations.FirstOrDefault(each =>
            each.Basis == Basis.CareTeam && each.HolderId == who.Id && each.MemberId is null && Circle.Holds(each, clock.Utc)
        );
        var what = new Agreement(member, Purpose.CoordinateTrajectory, who.Holder, who.Id);
        consents.Give(circle, what, said, knowsNotes ? [DataClass.Contact, DataClass.Care] : [DataClass.Contact]);
        var file = await scope
            .Of<FamilyFile>(actor, Act.Write, Purpose.CoordinateTrajectory)
            .FirstOrDefaultAsync(each => each.FamilyId == circle.FamilyId, cancel);
        file?.BecomeWhole(clock.Utc);
        return standing ?? relations.Open(circle.FamilyId, who, Basis.CareTeam, DataClasses.Whole);
    }

    /// <summary>She goes; what she was given by name goes with her.</summary>
    public void End(Circle circle, Relation relation)
    {
        relations.End(relation);
        consents.WithdrawFrom(circle, relation.HolderId, Purpose.CoordinateTrajectory);
    }

    /// <summary>Somebody else takes her place. What was agreed with one by name is not agreed with the other: it is asked again.</summary>
    /// <returns>What has to be asked again.</returns>
    public IReadOnlyList<Consent> HandOver(Circle circle, Relation relation, Beside to)
    {
        relations.Open(circle.FamilyId, to, relation.Basis, relation.Classes, member: relation.MemberId);
        relations.End(relation);
        return consents.WithdrawFrom(circle, relation.HolderId, Purpose.CoordinateTrajectory);
    }
}
