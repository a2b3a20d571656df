using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

public sealed record Colleague(Guid Id, string Name);

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

    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel) =>
        await db.Set<Person>()
            .Where(person => people.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
}
