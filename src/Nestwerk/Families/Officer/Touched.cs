using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Families.Officer;

/// <summary>A family that a breach touches.</summary>
/// <param name="IsProtected">Somebody in it is protected: no letter, she is phoned by whoever she trusts.</param>
/// <param name="IsErased">It is not here any more.</param>
public sealed record TouchedFamily(Guid FamilyId, DataClasses Classes, DateTime First, DateTime Last, bool IsProtected, bool IsErased);

/// <summary>Which families an account opened between two moments, out of the trail.</summary>
public sealed class Touched(NestwerkDb db)
{
    public async Task<IReadOnlyList<TouchedFamily>> ByAsync(
        Guid person,
        DateTime from,
        DateTime until,
        IReadOnlyCollection<Guid> houses,
        CancellationToken cancel
    )
    {
        var rows = await SumsAsync(person, from, until, cancel);
        var ids = rows.Select(row => row.Family).Distinct().ToList();
        var known = await db.Set<FamilyKey>()
            .Where(key => ids.Contains(key.FamilyId))
            .ToDictionaryAsync(key => key.FamilyId, key => key.ControllerId, cancel);
        var guarded = await GuardedAsync(ids, until, cancel);
        return
        [
            .. from row in rows
            group row by row.Family into family
            where !known.TryGetValue(family.Key, out var house) || houses.Contains(house)
            orderby guarded.Contains(family.Key) descending, family.Max(row => row.Last) descending
            select new TouchedFamily(
                family.Key,
                family.Aggregate(DataClasses.None, (sum, row) => sum | row.Classes),
                family.Min(row => row.First),
                family.Max(row => row.Last),
                guarded.Contains(family.Key),
                !known.ContainsKey(family.Key)
            ),
        ];
    }

    Task<List<Sum>> SumsAsync(Guid person, DateTime from, DateTime until, CancellationToken cancel) =>
        db.Set<AuditRow>()
            .AsNoTracking()
            .Where(row => row.PersonId == person && row.OfFamily != null && from <= row.At && row.At < until)
            .GroupBy(row => new { row.OfFamily, row.Classes })
            .Select(group => new Sum(group.Key.OfFamily!.Value, group.Key.Classes, group.Min(row => row.At), group.Max(row => row.At)))
            .ToListAsync(cancel);

    async Task<HashSet<Guid>> GuardedAsync(List<Guid> families, DateTime until, CancellationToken cancel) =>
        [
            .. await db.Set<Protection>()
                .Where(each => families.Contains(each.FamilyId) && (each.Until == null || until < each.Until))
                .Select(each => each.FamilyId)
                .ToListAsync(cancel),
        ];

    sealed record Sum(Guid Family, DataClasses Classes, DateTime First, DateTime Last);
}
