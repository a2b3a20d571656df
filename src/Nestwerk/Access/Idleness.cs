using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>
/// Watches how long a session was quiet. After a quarter of an hour the pages about families ask to sign in again, what was typed is kept;
/// on a shared device all of it is over after five minutes. Pages that ask for news by themselves do not count as somebody being there.
/// </summary>
static class Idleness
{
    static readonly TimeSpan ClosesFamilies = TimeSpan.FromMinutes(15);
    static readonly TimeSpan EndsShared = TimeSpan.FromMinutes(5);
    static readonly TimeSpan Precision = TimeSpan.FromMinutes(1);

    /// <summary>The doors behind which families stand.</summary>
    static readonly string[] FamilyDoors = [Policies.Families, Policies.Officer, Policies.Reviewers];

    /// <returns>The actor, marked when she was away; null when her session is over.</returns>
    public static async Task<Actor?> WatchAsync(CookieValidatePrincipalContext context, Actor actor)
    {
        var (http, principal) = (context.HttpContext, context.Principal!);
        var clock = http.RequestServices.GetRequiredService<HouseClock>();
        var quiet = clock.Utc - (SessionClaims.MomentOf(principal, SessionClaims.SeenAt) ?? DateTime.UnixEpoch);
        if (principal.HasClaim(SessionClaims.Shared, "1"))
        {
            if (quiet >= EndsShared)
                return null;
            http.Features.Set(new SharedDevice());
        }
        if (quiet >= ClosesFamilies)
            return actor with { WasAway = true };
        if (quiet >= Precision && SomebodyIsThere(http))
            await SeenAsync(context, clock);
        return actor;
    }

    /// <summary>Whether this page shows families and she was away too long for that.</summary>
    public static bool Closes(HttpContext http) =>
        http.Features.Get<Actor>() is { WasAway: true }
        && http.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => FamilyDoors.Contains(data.Policy)) == true;

    /// <summary>A page behind a door that a person opens. The page of a running meeting asks for news by itself.</summary>
    static bool SomebodyIsThere(HttpContext http) =>
        http.GetEndpoint()?.Metadata is { } about
        && about.GetMetadata<PageActionDescriptor>() is not null
        && about.GetOrderedMetadata<IAuthorizeData>() is { Count: > 0 } doors
        && doors.All(door => door.Policy != Policies.Running);

    static async Task SeenAsync(CookieValidatePrincipalContext context, HouseClock clock)
    {
        var principal = context.Principal!;
        var before = SessionClaims.MomentOf(principal, SessionClaims.SeenAt);
        var identity = ((ClaimsIdentity)principal.Identity!).Clone();
        if (identity.FindFirst(SessionClaims.SeenAt) is { } old)
            identity.RemoveClaim(old);
        var now = (long)(clock.Utc - DateTime.UnixEpoch).TotalSeconds;
        identity.AddClaim(new(SessionClaims.SeenAt, now.ToString(CultureInfo.InvariantCulture)));
        context.ReplacePrincipal(new(identity));
        context.ShouldRenew = true;
        if (before is { } at && DateOnly.FromDateTime(clock.Local(at)) != clock.Today)
            await NoteDayAsync(context.HttpContext, SessionClaims.VisitOf(principal), clock.Today);
    }

    static async Task NoteDayAsync(HttpContext http, Guid? id, DateOnly today)
    {
        using var turn = await http.RequestServices.GetRequiredService<WriteGate>().EnterAsync(http.RequestAborted);
        await http
            .RequestServices.GetRequiredService<NestwerkDb>()
            .Set<Visit>()
            .Where(visit => visit.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(visit => visit.LastSeen, today), http.RequestAborted);
    }
}
