using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Families.My;

/// <summary>A name as she reads it, and where that person works or what she is.</summary>
public sealed record Face(string Name, string About);

/// <summary>Names of people, teams and organisations beside families.</summary>
public sealed class Faces(NestwerkDb db)
{
    /// <summary>Whoever is no longer known is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, Face>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var faces = new Dictionary<Guid, Face>();
        foreach (var house in await db.Set<Organisation>().Where(each => ids.Contains(each.Id)).ToListAsync(cancel))
            faces[house.Id] = new(house.Name, "");
        var teams =
            from team in db.Set<CareTeam>()
            join house in db.Set<Organisation>() on team.OrganisationId equals house.Id
            where ids.Contains(team.Id)
            select new
            {
                team.Id,
                team.Name,
                House = house.Name,
            };
        foreach (var team in await teams.ToListAsync(cancel))
            faces[team.Id] = new(team.Name, team.House);
        await AddPeopleAsync(faces, ids, cancel);
        return faces;
    }

    async Task AddPeopleAsync(Dictionary<Guid, Face> faces, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var houses = await (
            from post in db.Set<Appointment>()
            join house in db.Set<Organisation>() on post.OrganisationId equals house.Id
            where ids.Contains(post.PersonId)
            orderby post.From
            select new { post.PersonId, house.Name }
        ).ToListAsync(cancel);
        foreach (var person in await db.Set<Person>().Where(each => ids.Contains(each.Id)).ToListAsync(cancel))
        {
            var where = houses.Where(each => each.PersonId == person.Id).Select(each => each.Name).Distinct();
            string[] about = [.. where.Prepend(person.Profession).Where(word => word.Length > 0)];
            faces[person.Id] = new(person.Name, string.Join(" · ", about));
        }
    }
}
