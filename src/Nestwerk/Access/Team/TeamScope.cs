using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access.Team;

public sealed record Member(Guid Id, string Name, string Profession, string? Address, IReadOnlyList<Role> Roles);

/// <summary>Somebody of a house; without a role today she is a former colleague.</summary>
public sealed record FoundColleague(Guid Id, string Name, Guid House, string HouseName, IReadOnlyList<Role> Roles);

/// <summary>The people of the organisations that this actor looks after.</summary>
public sealed class TeamScope(NestwerkDb db, Actor actor, HouseClock clock)
{
    public IReadOnlyList<(Guid Id, string Name)> Houses()
    {
        var reach = AccessPolicy.Reach(actor, DataClass.Staff, Act.Write);
        return [.. actor.Organisations.Where(house => reach.Contains(house.Id))];
    }

    public bool LooksAfter(Guid house) => Houses().Any(each => each.Id == house);

    /// <summary>Everybody who works or worked there; without a role today she is a former colleague.</summary>
    public async Task<IReadOnlyList<Member>> MembersAsync(Guid house, CancellationToken cancel)
    {
        var posts = await Posts(house).AsNoTracking().ToListAsync(cancel);
        var ids = posts.Select(post => post.PersonId).Distinct().ToList();
        var people = await (
            from person in db.Set<Person>()
            where ids.Contains(person.Id)
            from account in db.Users.Where(user => user.Id == person.AccountId).DefaultIfEmpty()
            orderby person.Name
            select new
            {
                person.Id,
                person.Name,
                person.Profession,
                account!.Email,
            }
        ).ToListAsync(cancel);
        var today = posts.Where(post => post.HoldsOn(clock.Today)).ToLookup(post => post.PersonId, post => post.Role);
        return [.. people.Select(row => new Member(row.Id, row.Name, row.Profession, row.Email, [.. today[row.Id].Order()]))];
    }

    /// <summary>Those with these words in their name, once for each house she looks after.</summary>
    public async Task<Found<FoundColleague>> SearchAsync(SearchWords words, int most, CancellationToken cancel)
    {
        var houses = Houses().ToDictionary(house => house.Id, house => house.Name);
        if (houses.Count == 0)
            return Found<FoundColleague>.Nothing;
        var rows = await (
            from post in db.Set<Appointment>().AsNoTracking()
            where houses.Keys.Contains(post.OrganisationId)
            join person in db.Set<Person>() on post.PersonId equals person.Id
            orderby person.Name, person.Id
            select new { Post = post, person.Name }
        ).ToListAsync(cancel);
        var found =
            from row in rows
            where words.Fit(row.Name)
            group row.Post by (row.Post.PersonId, row.Name, row.Post.OrganisationId) into her
            let roles = her.Where(post => post.HoldsOn(clock.Today)).Select(post => post.Role).Order().ToList()
            select new FoundColleague(her.Key.PersonId, her.Key.Name, her.Key.OrganisationId, houses[her.Key.OrganisationId], roles);
        return Found<FoundColleague>.Of([.. found.Take(most + 1)], most);
    }

    public Task<List<Invitation>> OpenInvitationsAsync(Guid house, CancellationToken cancel)
    {
        var now = clock.Utc;
        return db.Set<Invitation>()
            .AsNoTracking()
            .Where(each => each.OrganisationId == house && each.AcceptedAt == null && each.WithdrawnAt == null && each.ExpiresAt > now)
            .OrderBy(each => each.Name)
            .ToListAsync(cancel);
    }

    /// <summary>An invitation of her own organisations; null when there is none for her.</summary>
    public async Task<Invitation?> InvitationAsync(Guid id, CancellationToken cancel)
    {
        var houses = Houses().Select(house => house.Id).ToList();
        return await db.Set<Invitation>().SingleOrDefaultAsync(each => each.Id == id && houses.Contains(each.OrganisationId), cancel);
    }

    /// <summary>Somebody who works or worked at a house this actor looks after, with her account; null when there is none for her.</summary>
    public async Task<(Person Person, IdentityUser<Guid>? Account, List<Appointment> Posts)?> FindAsync(
        Guid house,
        Guid person,
        CancellationToken cancel
    )
    {
        if (!LooksAfter(house))
            return null;
        var posts = await Posts(house).Where(post => post.PersonId == person).ToListAsync(cancel);
        if (posts.Count == 0)
            return null;
        var row = await db.Set<Person>().SingleAsync(each => each.Id == person, cancel);
        return (row, await db.Users.SingleOrDefaultAsync(user => user.Id == row.AccountId, cancel), posts);
    }

    /// <summary>Whether somebody else is admin there today: the last one cannot go, and a House of one looks after itself.</summary>
    public async Task<bool> HasOtherAdminAsync(Guid house, Guid person, CancellationToken cancel)
    {
        var admins = await Posts(house)
            .AsNoTracking()
            .Where(post => post.Role == Role.OrganisationAdmin && post.PersonId != person)
            .ToListAsync(cancel);
        return admins.Exists(post => post.HoldsOn(clock.Today));
    }

    /// <summary>
    /// Whether this actor may make a way back into somebody's account. A code opens all of it, so only where everything she may is hers
    /// to look after: not when she also works elsewhere, nor when she looks after the instance and the actor does not.
    /// </summary>
    public async Task<bool> MayRestoreAsync(Guid person, CancellationToken cancel)
    {
        var posts = await db.Set<Appointment>().AsNoTracking().Where(post => post.PersonId == person).ToListAsync(cancel);
        var held = posts.Where(post => post.HoldsOn(clock.Today)).ToList();
        return held.TrueForAll(post => LooksAfter(post.OrganisationId))
            && (actor.Is(Role.PlatformAdmin) || held.TrueForAll(post => post.Role != Role.PlatformAdmin));
    }

    IQueryable<Appointment> Posts(Guid house) => db.Set<Appointment>().Where(post => post.OrganisationId == house);
}
