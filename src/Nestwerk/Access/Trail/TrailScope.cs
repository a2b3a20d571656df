using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;

namespace Nestwerk.Access.Trail;

/// <param name="Until">Not included.</param>
/// <param name="Before">Only what stands before this row, for the next page.</param>
public sealed record TrailFilter(Guid? Person, Guid? Family, DateTime? From, DateTime? Until, Guid? Before = null);

public sealed record TrailLine(AuditRow Row, string? Name, string? House);

/// <summary>What one account did with one family in a time.</summary>
public sealed record Touched(Guid FamilyId, DataClasses Read, DataClasses Changed, DateTime First, DateTime Last, int Times);

/// <summary>
/// The trail as the officer of an organisation may read it: what was done by people who worked for it, and what was done with the families
/// it answers for.
/// </summary>
public sealed class TrailScope(NestwerkDb db, Actor actor)
{
    public const int PerPage = 50;

    Guid[] Houses => [.. actor.Posts.Where(post => post.Role == Role.ProtectionOfficer).Select(post => post.OrganisationId).Distinct()];

    /// <summary>Newest first. Ids tell the time, so their order is that of the rows.</summary>
    public Task<List<TrailLine>> PageAsync(TrailFilter filter, CancellationToken cancel)
    {
        var rows = Rows(filter);
        if (filter.Before is { } before)
            rows = rows.Where(row => row.Id.CompareTo(before) < 0);
        return (
            from row in rows
            from person in db.Set<Person>().Where(each => each.Id == row.PersonId).DefaultIfEmpty()
            from house in db.Set<Organisation>().Where(each => each.Id == row.AtOrganisation).DefaultIfEmpty()
            orderby row.Id descending
            select new TrailLine(row, person == null ? null : person.Name, house == null ? null : house.Name)
        )
            .Take(PerPage)
            .ToListAsync(cancel);
    }

    /// <summary>Whom an account that fell into other hands touched between two moments: each family once. Answered by an index of person and moment.</summary>
    public async Task<IReadOnlyList<Touched>> TouchedAsync(Guid person, DateTime from, DateTime until, CancellationToken cancel) =>
        [
            .. (await SumsAsync(new(person, null, from, until), cancel))
                .GroupBy(sum => sum.Family)
                .Select(family => new Touched(
                    family.Key,
                    Classes(family, Act.Read),
                    Classes(family, Act.Write),
                    family.Min(sum => sum.First),
                    family.Max(sum => sum.Last),
                    family.Sum(sum => sum.Times)
                ))
                .OrderBy(touched => touched.First),
        ];

    Task<List<Sum>> SumsAsync(TrailFilter filter, CancellationToken cancel) =>
        Rows(filter)
            .Where(row => row.OfFamily != null && row.Act != null)
            .GroupBy(row => new
            {
                row.OfFamily,
                row.Act,
                row.Classes,
            })
            .Select(group => new Sum(
                group.Key.OfFamily!.Value,
                group.Key.Act!.Value,
                group.Key.Classes,
                group.Min(row => row.At),
                group.Max(row => row.At),
                group.Count()
            ))
            .ToListAsync(cancel);

    /// <summary>Everybody who works or worked for her organisations.</summary>
    public Task<List<Person>> PeopleAsync(CancellationToken cancel)
    {
        var houses = Houses;
        return db.Set<Person>()
            .AsNoTracking()
            .Where(person => db.Set<Appointment>().Any(post => post.PersonId == person.Id && houses.Contains(post.OrganisationId)))
            .OrderBy(person => person.Name)
            .ToListAsync(cancel);
    }

    IQueryable<AuditRow> Rows(TrailFilter filter)
    {
        var houses = Houses;
        var rows = db.Set<AuditRow>()
            .AsNoTracking()
            .Where(row =>
                (row.AtOrganisation != null && houses.Contains(row.AtOrganisation.Value))
                || db.Set<FamilyKey>().Any(key => key.FamilyId == row.OfFamily && houses.Contains(key.ControllerId))
            );
        if (filter.Person is { } person)
            rows = rows.Where(row => row.PersonId == person);
        if (filter.Family is { } family)
            rows = rows.Where(row => row.OfFamily == family);
        if (filter.From is { } from)
            rows = rows.Where(row => row.At >= from);
        if (filter.Until is { } until)
            rows = rows.Where(row => row.At < until);
        return rows;
    }

    static DataClasses Classes(IEnumerable<Sum> all, Act act) =>
        all.Where(sum => sum.Act == act).Aggregate(DataClasses.None, (sum, each) => sum | each.Classes);

    sealed record Sum(Guid Family, Act Act, DataClasses Classes, DateTime First, DateTime Last, int Times);
}
