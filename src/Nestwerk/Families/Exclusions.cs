using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>
/// Who may not know. Naming somebody always works, whoever she is and whatever she was given, from the next request on;
/// she who is named is told nothing.
/// </summary>
public sealed class Exclusions(NestwerkDb db, FamilyScope scope, Actor actor, AuditTrail audit, HouseClock clock)
{
    /// <param name="member">About whom; null for everything of the family.</param>
    /// <param name="askedBy">The parent who asked.</param>
    /// <param name="excluded">A worker, an organisation, or somebody of the same family.</param>
    /// <returns>Null when there is nobody of that id.</returns>
    public async Task<Exclusion?> PlaceAsync(Circle circle, Guid? member, Guid askedBy, Guid excluded, CancellationToken cancel)
    {
        var standing = circle.Facts.Exclusions.FirstOrDefault(each =>
            each.ExcludedId == excluded && each.MemberId == member && Circle.Holds(each, clock.Utc)
        );
        if (standing is not null || excluded == member || !await IsSomebodyAsync(circle, excluded, cancel))
            return standing;
        var row = new Exclusion
        {
            FamilyId = circle.FamilyId,
            Id = Ids.New(),
            MemberId = member,
            AskedBy = askedBy,
            ExcludedId = excluded,
            From = clock.Utc,
        };
        db.Add(row);
        audit.WroteOf(circle.FamilyId, "exclusion.placed", row.Id);
        return row;
    }

    /// <summary>She may know again what the rest allows.</summary>
    public void End(Exclusion exclusion)
    {
        if (!Circle.Holds(exclusion, clock.Utc))
            return;
        exclusion.End(clock.Utc);
        audit.WroteOf(exclusion.FamilyId, "exclusion.ended", exclusion.Id);
    }

    /// <summary>On her own page a parent ends what she asked for, never what another did.</summary>
    public bool MayEnd(Exclusion exclusion) => actor.Parent is not { } parent || exclusion.AskedBy == parent.MemberId;

    async Task<bool> IsSomebodyAsync(Circle circle, Guid id, CancellationToken cancel) =>
        circle.Find(id) is not null
        || await db.Set<Person>().AnyAsync(person => person.Id == id, cancel)
        || await db.Set<Organisation>().AnyAsync(house => house.Id == id, cancel)
        || await IsOfFamilyAsync(circle.FamilyId, id, cancel);

    /// <summary>Somebody whom she who asks cannot see herself, as the other parent: whether there is one, never who.</summary>
    Task<bool> IsOfFamilyAsync(Guid family, Guid id, CancellationToken cancel) =>
        scope.For<FamilyMember>(Job.Rights).AnyAsync(member => member.FamilyId == family && member.Id == id, cancel);
}
