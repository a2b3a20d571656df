using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>Begins and ends the session of a person. Beginning again renews it: the same person, proved anew, with the stamp of now.</summary>
public sealed class Sessions(SignInManager<IdentityUser<Guid>> signIn, NestwerkDb db, HouseClock clock, ActorLoader actors)
{
    static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);

    HttpContext Http => signIn.Context;

    /// <param name="method">How she proved who she is: <see cref="SessionClaims.Password"/>, <see cref="SessionClaims.SecondFactor"/> or <see cref="SessionClaims.Demo"/>.</param>
    /// <returns>Who she is from now on; null when this account belongs to nobody.</returns>
    public async Task<Actor?> BeginAsync(IdentityUser<Guid> account, string method, CancellationToken cancel)
    {
        await SpeakHerLanguageAsync(account.Id, cancel);
        await Http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        var seconds = (long)(clock.Utc - DateTime.UnixEpoch).TotalSeconds;
        Claim[] claims = [new(SessionClaims.Method, method), new(SessionClaims.ProvedAt, seconds.ToString(CultureInfo.InvariantCulture))];
        await signIn.SignInWithClaimsAsync(account, isPersistent: false, claims);
        return await actors.LoadAsync(Http.User, cancel);
    }

    /// <summary>The password was right; a code has to follow within five minutes.</summary>
    public Task AwaitCodeAsync(IdentityUser<Guid> account)
    {
        var identity = new ClaimsIdentity(IdentityConstants.TwoFactorUserIdScheme);
        identity.AddClaim(new(ClaimTypes.Name, account.Id.ToString()));
        return Http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
    }

    public Task<IdentityUser<Guid>?> AwaitingCodeAsync() => signIn.GetTwoFactorAuthenticationUserAsync();

    public Task EndAsync() => signIn.SignOutAsync();

    /// <summary>Whether a second factor was shown in this session a short while ago.</summary>
    public bool IsFresh(ClaimsPrincipal session) =>
        session.HasClaim(SessionClaims.Method, SessionClaims.SecondFactor)
        && long.TryParse(session.FindFirstValue(SessionClaims.ProvedAt), CultureInfo.InvariantCulture, out var at)
        && clock.Utc - DateTime.UnixEpoch.AddSeconds(at) < FreshFor;

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
