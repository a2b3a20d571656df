using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

public sealed record Colleague(Guid Id, string Name);

/// <summary>Where and in which language somebody is written to.</summary>
public sealed record Mailbox(string Name, string Address, string Language);

/// <summary>Names of people for the domains above: who works where today, and who somebody was.</summary>
public sealed class Colleagues(NestwerkDb db, HouseClock clock)
{
    static readonly Role[] WithMeetings = [Role.Facilitator, Role.NetworkCoordinator, Role.OrganisationAdmin];

    /// <summary>Those at an organisation who may make meetings, one person left out.</summary>
    public async Task<IReadOnlyList<Colleague>> AtAsync(Guid organisation, Guid except, CancellationToken cancel)
    {
        var today = clock.Today;
        var posts = db.Set<Appointment>()
            .Where(post => post.OrganisationId == organisation && WithMeetings.Contains(post.Role))
            .Where(post => post.From <= today && (post.Until == null || today <= post.Until));
        return await db.Set<Person>()
            .Where(person => person.Id != except && posts.Any(post => post.PersonId == person.Id))
            .OrderBy(person => person.Name)
            .Select(person => new Colleague(person.Id, person.Name))
            .ToListAsync(cancel);
    }

    /// <summary>Those who work at one of these organisations today, in whatever role.</summary>
    public async Task<IReadOnlyList<Colleague>> WorkingAtAsync(IReadOnlyCollection<Guid> organisations, CancellationToken cancel)
    {
        var today = clock.Today;
        var posts = db.Set<Appointment>()
            .Where(post => organisations.Contains(post.OrganisationId))
            .Where(post => post.From <= today && (post.Until == null || today <= post.Until));
        return await db.Set<Person>()
            .Where(person => posts.Any(post => post.PersonId == person.Id))
            .OrderBy(person => person.Name)
            .Select(person => new Colleague(person.Id, person.Name))
            .ToListAsync(cancel);
    }

    /// <returns>Null for somebody without an account.</returns>
    public Task<Mailbox?> MailboxAsync(Guid id, CancellationToken cancel) =>
        (
            from person in db.Set<Person>()
            join account in db.Set<IdentityUser<Guid>>() on person.AccountId equals account.Id
            where person.Id == id && account.Email != null
            select new Mailbox(person.Name, account.Email!, person.Language)
        ).SingleOrDefaultAsync(cancel);

    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel) =>
        await db.Set<Person>()
            .Where(person => people.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
}
