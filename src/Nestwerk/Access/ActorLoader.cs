using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>
/// Turns a session cookie into an <see cref="Actor"/>, once per request, from the database:
/// the cookie says only who and how she signed in, never what she may.
/// </summary>
public sealed class ActorLoader(NestwerkDb db, ActorQuery query, HouseClock clock)
{
    static readonly Role[] HoldsFamilies = [Role.CareWorker, Role.NetworkCoordinator, Role.Facilitator, Role.VolunteerCoordinator];

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.Features.Get<IExceptionHandlerFeature>() is not null && http.Features.Get<Actor>() is null)
        {
            // A page that says what went wrong must not ask again for what could not be had.
            context.RejectPrincipal();
            return;
        }
        var loaded = await http.RequestServices.GetRequiredService<ActorLoader>().LoadAsync(context.Principal!, http.RequestAborted);
        if (loaded is null || await Idleness.WatchAsync(context, loaded) is not { } actor)
            context.RejectPrincipal();
        else
            http.Features.Set(actor.At(ChosenHouse.In(http.Request)));
    }

    /// <returns>Null when the account is gone, its secrets changed since this session began, or the session was ended or is too old.</returns>
    public async Task<Actor?> LoadAsync(ClaimsPrincipal principal, CancellationToken cancel)
    {
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
            return null;
        var (today, visit) = (clock.Today, SessionClaims.VisitOf(principal));
        var rows = await query.Rows(db, account, today, visit ?? Guid.Empty).ToListAsync(cancel);
        if (rows.Count == 0 || rows[0].Stamp != principal.FindFirstValue(SessionClaims.Stamp))
            return null;
        if (principal.Identity?.AuthenticationType != NarrowPassHandler.Name && !(clock.Utc < rows[0].Begun + Visit.Longest))
            return null;
        var posts = rows.Where(row => row.Role is not null)
            .Select(row => new Post(row.OrganisationId!.Value, row.OrganisationName!, row.Role!.Value, []))
            .ToArray();
        await AddNeighboursAsync(posts, cancel);
        return new(rows[0].PersonId, rows[0].Name, SessionClaims.HasSecondFactor(principal), posts)
        {
            Secrecy = rows[0].Secrecy,
            SessionId = visit,
            Teams = posts.Any(post => HoldsFamilies.Contains(post.Role)) ? await TeamsAsync(rows[0].PersonId, today, cancel) : [],
        };
    }

    Task<List<Guid>> TeamsAsync(Guid person, DateOnly today, CancellationToken cancel) =>
        db.Set<CareTeamMembership>()
            .Where(each => each.PersonId == person && each.From <= today && (each.Until == null || today <= each.Until))
            .Select(each => each.TeamId)
            .ToListAsync(cancel);

    async Task AddNeighboursAsync(Post[] posts, CancellationToken cancel)
    {
        for (var i = 0; i < posts.Length; i++)
        {
            var home = posts[i].OrganisationId;
            if (posts[i].Role is Role.NetworkCoordinator or Role.CareWorker)
                posts[i] = posts[i] with
                {
                    Neighbours = await db.Set<Network>()
                        .Where(network => network.Organisations.Any(o => o.Id == home))
                        .SelectMany(network => network.Organisations.Select(o => o.Id))
                        .Distinct()
                        .ToListAsync(cancel),
                };
        }
    }
}

/// <summary>
/// The person behind an account and her posts of a day, one row for each post. Asked on every request, hence compiled;
/// held by the host and not static, because what is compiled belongs to one kind of database.
/// </summary>
public sealed class ActorQuery
{
    public Func<NestwerkDb, Guid, DateOnly, Guid, IAsyncEnumerable<Row>> Rows { get; } =
        EF.CompileAsyncQuery(
            (NestwerkDb db, Guid account, DateOnly today, Guid visit) =>
                from person in db.Set<Person>()
                join user in db.Users on person.AccountId equals user.Id
                where user.Id == account
                from appointment in db.Set<Appointment>()
                    .Where(a => a.PersonId == person.Id && a.From <= today && (a.Until == null || today <= a.Until))
                    .DefaultIfEmpty()
                from organisation in db.Set<Organisation>().Where(o => o.Id == appointment!.OrganisationId).DefaultIfEmpty()
                orderby appointment!.From, appointment.Id
                select new Row(
                    person.Id,
                    person.Name,
                    user.SecurityStamp,
                    db.Set<Visit>()
                        .Where(v => v.Id == visit && v.AccountId == account && v.EndedAt == null)
                        .Select(v => (DateTime?)v.From)
                        .FirstOrDefault(),
                    person.Secrecy,
                    appointment == null ? null : appointment.OrganisationId,
                    organisation == null ? null : organisation.Name,
                    appointment == null ? null : appointment.Role
                )
        );

    /// <param name="Begun">When the session began; null when there is none that is open.</param>
    public sealed record Row(
        Guid PersonId,
        string Name,
        string? Stamp,
        DateTime? Begun,
        Secrecy Secrecy,
        Guid? OrganisationId,
        string? OrganisationName,
        Role? Role
    );
}
