using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Nestwerk.Access;

/// <summary>What a session cookie carries.</summary>
public static class SessionClaims
{
    public const string Method = "amr";
    public const string Password = "pwd";
    public const string SecondFactor = "mfa";
    public const string Demo = "demo";

    /// <summary>When that was proved, in seconds since 1970.</summary>
    public const string ProvedAt = "proved_at";

    /// <summary>When she last did something, to the minute, in seconds since 1970.</summary>
    public const string SeenAt = "seen_at";

    /// <summary>The row of this session.</summary>
    public const string Visit = "visit";

    /// <summary>Others use this device too.</summary>
    public const string Shared = "shared";

    public static readonly string Stamp = new ClaimsIdentityOptions().SecurityStampClaimType;

    public static bool HasSecondFactor(ClaimsPrincipal principal) =>
        principal.HasClaim(Method, SecondFactor) || principal.HasClaim(Method, Demo);

    public static Guid? AccountOf(ClaimsPrincipal principal) => IdOf(principal, ClaimTypes.NameIdentifier);

    public static Guid? VisitOf(ClaimsPrincipal principal) => IdOf(principal, Visit);

    /// <returns>Null when it does not say.</returns>
    public static DateTime? MomentOf(ClaimsPrincipal principal, string claim) =>
        long.TryParse(principal.FindFirstValue(claim), CultureInfo.InvariantCulture, out var seconds)
            ? DateTime.UnixEpoch.AddSeconds(seconds)
            : null;

    static Guid? IdOf(ClaimsPrincipal principal, string claim) => Guid.TryParse(principal.FindFirstValue(claim), out var id) ? id : null;
}
