using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>
/// Begins, renews and ends the session of a person. Each is a row too, so that its owner sees it and can end it from elsewhere.
/// Beginning always makes another one: what somebody laid in a browser beforehand is worth nothing.
/// </summary>
public sealed class Sessions(
    SignInManager<IdentityUser<Guid>> signIn,
    NestwerkDb db,
    WriteGate gate,
    HouseClock clock,
    ActorLoader actors,
    KnownDevices devices
)
{
    static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);

    HttpContext Http => signIn.Context;

    /// <param name="method">How she proved who she is: <see cref="SessionClaims.Password"/>, <see cref="SessionClaims.SecondFactor"/> or <see cref="SessionClaims.Demo"/>.</param>
    /// <param name="shared">Whether others use this device too: the session then ends after a few quiet minutes.</param>
    /// <returns>Who she is from now on; null when this account belongs to nobody.</returns>
    public async Task<Actor?> BeginAsync(IdentityUser<Guid> account, string method, CancellationToken cancel, bool shared = false)
    {
        await SpeakHerLanguageAsync(account.Id, cancel);
        await Http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        (await HereAsync(account.Id, cancel))?.End(clock.Utc);
        var visit = new Visit
        {
            Id = Ids.New(),
            AccountId = account.Id,
            Device = DeviceWords.Of(Http.Request.Headers.UserAgent.ToString()),
            From = clock.Utc,
            LastSeen = clock.Today,
            Shared = shared,
            Stamp = account.SecurityStamp ?? "",
        };
        db.Add(visit);
        if (method == SessionClaims.SecondFactor && !shared)
            devices.Remember(Http, account.Id);
        return await KeepAsync(account, method, visit, cancel);
    }

    /// <summary>The same session goes on, proved anew, with the stamp of now. It does not last longer for it.</summary>
    public async Task<Actor?> GoOnAsync(IdentityUser<Guid> account, string method, CancellationToken cancel)
    {
        if (await HereAsync(account.Id, cancel) is not { } visit)
            return await BeginAsync(account, method, cancel);
        (visit.Stamp, visit.LastSeen) = (account.SecurityStamp ?? "", clock.Today);
        return await KeepAsync(account, method, visit, cancel);
    }

    /// <summary>The password was right; a code has to follow within five minutes.</summary>
    public Task AwaitCodeAsync(IdentityUser<Guid> account, bool shared)
    {
        var identity = new ClaimsIdentity(IdentityConstants.TwoFactorUserIdScheme);
        identity.AddClaim(new(ClaimTypes.Name, account.Id.ToString()));
        if (shared)
            identity.AddClaim(new(SessionClaims.Shared, "1"));
        return Http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
    }

    public Task<IdentityUser<Guid>?> AwaitingCodeAsync() => signIn.GetTwoFactorAuthenticationUserAsync();

    /// <summary>Whether whoever has to give a code said that others use this device too.</summary>
    public async Task<bool> IsSharedAsync() =>
        (await Http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal?.HasClaim(SessionClaims.Shared, "1") == true;

    /// <summary>Signs out here; the cookie opens nothing any more, even copied.</summary>
    public async Task EndAsync(CancellationToken cancel)
    {
        if (SessionClaims.AccountOf(Http.User) is { } account && await HereAsync(account, cancel) is { } visit)
        {
            visit.End(clock.Utc);
            await SaveAsync(cancel);
        }
        await signIn.SignOutAsync();
    }

    /// <summary>Whether a second factor was shown in this session a short while ago.</summary>
    public bool IsFresh(ClaimsPrincipal session) =>
        session.HasClaim(SessionClaims.Method, SessionClaims.SecondFactor)
        && SessionClaims.MomentOf(session, SessionClaims.ProvedAt) is { } at
        && clock.Utc - at < FreshFor;

    /// <summary>Whether she may do something dangerous now. An invented person has nothing to show; she exists in a demo only.</summary>
    public bool MayGoOn(ClaimsPrincipal session) => session.HasClaim(SessionClaims.Method, SessionClaims.Demo) || IsFresh(session);

    async Task<Visit?> HereAsync(Guid account, CancellationToken cancel) =>
        SessionClaims.VisitOf(Http.User) is { } id
            ? await db.Set<Visit>().SingleOrDefaultAsync(visit => visit.Id == id && visit.AccountId == account, cancel)
            : null;

    async Task<Actor?> KeepAsync(IdentityUser<Guid> account, string method, Visit visit, CancellationToken cancel)
    {
        await SaveAsync(cancel);
        var now = ((long)(clock.Utc - DateTime.UnixEpoch).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        List<Claim> claims =
        [
            new(SessionClaims.Method, method),
            new(SessionClaims.ProvedAt, now),
            new(SessionClaims.SeenAt, now),
            new(SessionClaims.Visit, visit.Id.ToString()),
        ];
        if (visit.Shared)
            claims.Add(new(SessionClaims.Shared, "1"));
        await signIn.SignInWithClaimsAsync(account, isPersistent: false, claims);
        return await actors.LoadAsync(Http.User, cancel);
    }

    /// <summary>At once: whoever comes in is looked up again in the same breath. In the running transaction, where there is one.</summary>
    async Task SaveAsync(CancellationToken cancel)
    {
        using var turn = db.Database.CurrentTransaction is null ? await gate.EnterAsync(cancel) : null;
        await db.SaveChangesAsync(cancel);
    }

    async Task SpeakHerLanguageAsync(Guid account, CancellationToken cancel)
    {
        if (Http.Request.Cookies.ContainsKey(SharedServices.LanguageCookie))
            return;
        var language = await db.Set<Person>()
            .Where(person => person.AccountId == account)
            .Select(person => person.Language)
            .SingleOrDefaultAsync(cancel);
        if (language is not null)
            Http.RememberLanguage(language);
    }
}
