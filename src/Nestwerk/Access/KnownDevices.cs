using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>
/// Knows the devices on which somebody came in with a second factor. Such a device has its own count of wrong guesses,
/// so that whoever guesses elsewhere cannot shut its owner out. It opens nothing by itself.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, NestwerkOptions options, HouseClock clock)
{
    const int MostAccounts = 5;
    static readonly TimeSpan Longest = TimeSpan.FromDays(180);

    readonly IDataProtector protector = protection.CreateProtector("Nestwerk.KnownDevice");

    bool Https => options.PublicUrl.Scheme == Uri.UriSchemeHttps;
    string Cookie => Https ? "__Host-nestwerk-device" : "nestwerk-device";

    /// <returns>The device; null when this account never came in here.</returns>
    public Guid? Of(HttpRequest request, Guid account) =>
        Read(request).Where(each => each.Account == account).Select(each => (Guid?)each.Device).FirstOrDefault();

    public void Remember(HttpContext http, Guid account)
    {
        var known = Read(http.Request).Where(each => each.Account != account).Take(MostAccounts - 1);
        var device = Of(http.Request, account) ?? Ids.New();
        var words = known.Prepend((Account: account, Device: device)).Select(each => $"{each.Account:N}{each.Device:N}");
        http.Response.Cookies.Append(
            Cookie,
            protector.Protect(string.Join('.', words)),
            new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = Https,
                Path = "/",
                Expires = new DateTimeOffset(clock.Utc + Longest, TimeSpan.Zero),
                IsEssential = true,
            }
        );
    }

    List<(Guid Account, Guid Device)> Read(HttpRequest request)
    {
        if (request.Cookies[Cookie] is not { } cookie)
            return [];
        try
        {
            return
            [
                .. protector
                    .Unprotect(cookie)
                    .Split('.')
                    .Where(word => word.Length == 64)
                    .Select(word => (Guid.ParseExact(word[..32], "N"), Guid.ParseExact(word[32..], "N"))),
            ];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}

/// <summary>A device in two words, enough to tell the phone from the computer at work. Nothing else of what a browser says is kept.</summary>
static class DeviceWords
{
    static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("Chrome", "Chrome"),
        ("CriOS", "Chrome"),
        ("Safari", "Safari"),
    ];

    static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("CrOS", "Chromebook"),
        ("Macintosh", "Mac"),
        ("Linux", "Linux"),
    ];

    /// <returns>Empty when it says nothing we know.</returns>
    public static string Of(string agent) =>
        string.Join(", ", new[] { First(Browsers, agent), First(Systems, agent) }.Where(word => word is not null));

    static string? First((string Mark, string Name)[] names, string agent) =>
        names.Where(each => agent.Contains(each.Mark, StringComparison.Ordinal)).Select(each => each.Name).FirstOrDefault();
}
