using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>Somebody opened or changed what is kept of a family, on one day.</summary>
/// <param name="At">The last time that day, in UTC.</param>
/// <param name="PersonId">The worker; the member, where somebody of the family did it herself; all zero where the product did.</param>
/// <param name="Name">Null for somebody of the family and for the product itself.</param>
/// <param name="Organisation">The one she worked for at that moment; null when none is known.</param>
/// <param name="Classes">What kinds of data, of all that day; in words: <c>T[$"audit.class.{class}"]</c>.</param>
/// <param name="Changed">Whether she also changed something.</param>
/// <param name="BreakGlass">Whether she was let in by breaking the glass.</param>
public sealed record Look(
    DateTime At,
    Guid PersonId,
    string? Name,
    string? Organisation,
    DataClasses Classes,
    bool Changed,
    bool BreakGlass
)
{
    /// <summary>The classes one by one, for a sentence.</summary>
    public IEnumerable<DataClass> Each => Enum.GetValues<DataClass>().Where(each => Classes.HasFlag(each.Flag()));
}

/// <summary>Answers the question of a family: who looked, when, at what. Ask it for a family whose page is open; it asks for no right itself.</summary>
public sealed class WhoLooked(NestwerkDb db, HouseClock clock)
{
    /// <summary>So many rows of the trail are read for one answer.</summary>
    const int MostRows = 500;

    /// <param name="family">Whose.</param>
    /// <param name="members">
    /// Who of the family asks: she, and the children for whom she speaks. A worker who stands beside others of the family only is then
    /// left out, so that nobody learns from her own page who helps another. Null for a worker or the officer, who see all.
    /// </param>
    /// <param name="before">Only what was before this moment, for the next page: <see cref="Look.At"/> of the last one; null for the newest.</param>
    /// <param name="cancel">When to stop.</param>
    public Task<IReadOnlyList<Look>> OfAsync(Guid family, IReadOnlyCollection<Guid>? members, DateTime? before, CancellationToken cancel) =>
        OfAsync([family], members, before, cancel);

    /// <param name="ids">
    /// The family, and behind it those under which it was known before. Of what was looked at under another id, members see only who
    /// stood beside them: that file may have been of somebody else.
    /// </param>
    /// <inheritdoc cref="OfAsync(Guid, IReadOnlyCollection{Guid}, DateTime?, CancellationToken)"/>
    public async Task<IReadOnlyList<Look>> OfAsync(
        IReadOnlyList<Guid> ids,
        IReadOnlyCollection<Guid>? members,
        DateTime? before,
        CancellationToken cancel
    )
    {
        var all = ids.Select(id => (Guid?)id).ToList();
        var rows = await (
            from row in db.Set<AuditRow>().AsNoTracking()
            where all.Contains(row.OfFamily) && row.Act != null && (before == null || row.At < before)
            from person in db.Set<Person>().Where(each => each.Id == row.PersonId).DefaultIfEmpty()
            from house in db.Set<Organisation>().Where(each => each.Id == row.AtOrganisation).DefaultIfEmpty()
            orderby row.At descending, row.Id descending
            select new Seen(row, person == null ? null : person.Name, house == null ? null : house.Name)
        )
            .Take(MostRows)
            .ToListAsync(cancel);
        var theirs = members is null ? [] : await NotBesideAsync(ids[0], members, rows, cancel);
        return
        [
            .. rows.Where(seen => !theirs.Contains((seen.Row.PersonId, seen.Row.OfFamily)))
                .GroupBy(seen => (seen.Row.PersonId, seen.Row.AtOrganisation, seen.IsBroken, clock.Local(seen.Row.At).Date))
                .Select(Sum)
                .OrderByDescending(look => look.At),
        ];
    }

    static Look Sum(IEnumerable<Seen> day)
    {
        var all = day.ToList();
        var last = all[0];
        var classes = all.Aggregate(DataClasses.None, (sum, seen) => sum | seen.Row.Classes);
        return new(
            last.Row.At,
            last.Row.PersonId,
            last.Name,
            last.House,
            classes,
            all.Exists(seen => seen.Row.Act == Act.Write),
            last.IsBroken
        );
    }

    /// <summary>
    /// Those among them who stand, or stood, beside others of the family and beside none of these; under an earlier id, whoever stood
    /// beside none of these.
    /// </summary>
    async Task<HashSet<(Guid Person, Guid? Family)>> NotBesideAsync(
        Guid family,
        IReadOnlyCollection<Guid> members,
        IReadOnlyCollection<Seen> rows,
        CancellationToken cancel
    )
    {
        var people = rows.Select(seen => seen.Row.PersonId).Distinct().ToList();
        var relations = await db.Set<Relation>().AsNoTracking().Where(relation => relation.FamilyId == family).ToListAsync(cancel);
        var teams = (
            await db.Set<CareTeamMembership>().AsNoTracking().Where(each => people.Contains(each.PersonId)).ToListAsync(cancel)
        ).ToLookup(each => each.PersonId, each => each.TeamId);
        var houses = rows.ToLookup(seen => seen.Row.PersonId, seen => seen.Row.AtOrganisation ?? Guid.Empty);
        return
        [
            .. rows.Select(seen => (seen.Row.PersonId, seen.Row.OfFamily)).Distinct().Where(each => IsNotFor(each.PersonId, each.OfFamily)),
        ];

        bool IsNotFor(Guid person, Guid? of)
        {
            Guid[] holders = [person, .. teams[person], .. houses[person]];
            var hers = relations.Where(relation => holders.Contains(relation.HolderId)).ToList();
            return (hers.Count > 0 || of != family)
                && hers.TrueForAll(relation => relation.MemberId is { } member && !members.Contains(member));
        }
    }

    sealed record Seen(AuditRow Row, string? Name, string? House)
    {
        public bool IsBroken => Row.Reason == Reason.BrokenGlass;
    }
}
