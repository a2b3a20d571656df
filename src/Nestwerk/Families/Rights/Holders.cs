using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Families.Rights;

/// <summary>What the people, teams and organisations behind an id are called.</summary>
public sealed class Holders(NestwerkDb db)
{
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var people = db.Set<Person>().Where(each => ids.Contains(each.Id)).Select(each => new { each.Id, each.Name });
        var teams = db.Set<CareTeam>().Where(each => ids.Contains(each.Id)).Select(each => new { each.Id, each.Name });
        var houses = db.Set<Organisation>().Where(each => ids.Contains(each.Id)).Select(each => new { each.Id, each.Name });
        var all = await people.Union(teams).Union(houses).ToListAsync(cancel);
        return all.DistinctBy(each => each.Id).ToDictionary(each => each.Id, each => each.Name);
    }
}
