using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>Somebody or something that can stand beside a family, by name.</summary>
public sealed record Named(Holder Holder, Guid Id, string Name)
{
    /// <summary>Both in one value, as a choice in a form carries it.</summary>
    public string Value => $"{Holder}.{Id}";

    public static Beside? Read(string? value) =>
        value?.Split('.') is [var kind, var id] && Enum.TryParse<Holder>(kind, out var holder) && Guid.TryParse(id, out var known)
            ? new(holder, known)
            : null;
}

/// <summary>Who may be named beside a family, or shut out: those of the networks of the organisation that answers for it.</summary>
public sealed class Holders(NestwerkDb db, HouseClock clock)
{
    static readonly Role[] Carers = [Role.CareWorker, Role.NetworkCoordinator];

    IQueryable<Appointment> Today
    {
        get
        {
            var today = clock.Today;
            return db.Set<Appointment>().Where(post => post.From <= today && (post.Until == null || today <= post.Until));
        }
    }

    public async Task<IReadOnlyList<Named>> OrganisationsAsync(Guid controller, CancellationToken cancel)
    {
        var ids = await NearAsync(controller, cancel);
        var houses = db.Set<Organisation>().Where(house => ids.Contains(house.Id)).OrderBy(house => house.Name);
        return await houses.Select(house => new Named(Holder.Organisation, house.Id, house.Name)).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<Named>> TeamsAsync(Guid controller, CancellationToken cancel)
    {
        var ids = await NearAsync(controller, cancel);
        var teams = db.Set<CareTeam>().Where(team => ids.Contains(team.OrganisationId)).OrderBy(team => team.Name);
        return await teams.Select(team => new Named(Holder.Team, team.Id, team.Name)).ToListAsync(cancel);
    }

    /// <param name="anyone">Everybody who works there; else those who can stand in a care team.</param>
    public async Task<IReadOnlyList<Named>> PeopleAsync(Guid controller, bool anyone, CancellationToken cancel)
    {
        var ids = await NearAsync(controller, cancel);
        var posts = Today.Where(post => ids.Contains(post.OrganisationId) && (anyone || Carers.Contains(post.Role)));
        var people = db.Set<Person>().Where(person => posts.Any(post => post.PersonId == person.Id)).OrderBy(person => person.Name);
        return await people.Select(person => new Named(Holder.Person, person.Id, person.Name)).ToListAsync(cancel);
    }

    /// <summary>Whatever these ids are the ids of.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var people = db.Set<Person>().Where(each => ids.Contains(each.Id)).Select(each => new { each.Id, each.Name });
        var houses = db.Set<Organisation>().Where(each => ids.Contains(each.Id)).Select(each => new { each.Id, each.Name });
        var teams = db.Set<CareTeam>().Where(each => ids.Contains(each.Id)).Select(each => new { each.Id, each.Name });
        return (await people.Concat(houses).Concat(teams).ToListAsync(cancel))
            .DistinctBy(each => each.Id)
            .ToDictionary(each => each.Id, each => each.Name);
    }

    /// <summary>Who is in these teams today.</summary>
    public async Task<ILookup<Guid, string>> InTeamsAsync(IReadOnlyCollection<Guid> teams, CancellationToken cancel)
    {
        var today = clock.Today;
        var inside =
            from each in db.Set<CareTeamMembership>()
            where teams.Contains(each.TeamId) && each.From <= today && (each.Until == null || today <= each.Until)
            join person in db.Set<Person>() on each.PersonId equals person.Id
            orderby person.Name
            select new { each.TeamId, person.Name };
        return (await inside.ToListAsync(cancel)).ToLookup(each => each.TeamId, each => each.Name);
    }

    Task<List<Guid>> NearAsync(Guid controller, CancellationToken cancel) =>
        db.Set<Network>()
            .Where(network => network.Organisations.Any(house => house.Id == controller))
            .SelectMany(network => network.Organisations.Select(house => house.Id))
            .Union(db.Set<Organisation>().Where(house => house.Id == controller).Select(house => house.Id))
            .ToListAsync(cancel);
}
