using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Nestwerk.Shared;

/// <summary>A form as it was posted, with where it was going and whose session had ended.</summary>
/// <param name="Address">Path and query.</param>
/// <param name="Account">The account the expired session belonged to.</param>
public sealed record KeptFields(string Address, string Account, DateTime Until, Dictionary<string, string[]> Fields);

/// <summary>Closes such a form so that it can travel through the browser, and opens it for the same person only.</summary>
public sealed class KeptFormSeal(IDataProtectionProvider protection, HouseClock clock)
{
    static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);
    readonly IDataProtector protector = protection.CreateProtector("Nestwerk.KeptForms");

    public string Close(string address, string account, Dictionary<string, string[]> fields) =>
        protector.Protect(JsonSerializer.Serialize(new KeptFields(address, account, clock.Utc + KeptFor, fields)));

    /// <returns>Null when it is too old, was changed, or belongs to somebody else.</returns>
    public KeptFields? Open(string closed, ClaimsPrincipal person)
    {
        try
        {
            var form = JsonSerializer.Deserialize<KeptFields>(protector.Unprotect(closed))!;
            var isHers = form.Account == person.FindFirstValue(ClaimTypes.NameIdentifier);
            return isHers && clock.Utc < form.Until ? form : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
