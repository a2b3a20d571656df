using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>Says what a narrow session on this page is for; the page's <c>id</c> is the thing it opens.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NarrowPageAttribute(string purpose) : Attribute
{
    public string Purpose => purpose;
}

/// <summary>
/// Begins, honours and ends narrow sessions. What is kept of a token is its hash together with the security stamp of its person:
/// whatever ends her sessions everywhere ends these too.
/// </summary>
public sealed class NarrowPasses(NestwerkDb db, HouseClock clock, NestwerkOptions options)
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>How long an ended one is still known, so that a puzzled person can be answered.</summary>
    public static readonly TimeSpan Keeps = TimeSpan.FromDays(30);

    /// <summary>Names the passes of this device, so that signing out can end them; it opens nothing.</summary>
    const string List = "nestwerk-passes";
    const int MostListed = 5;

    bool Https => options.PublicUrl.Scheme == Uri.UriSchemeHttps;
    string Cookie => Https ? "__Secure-nestwerk-pass" : "nestwerk-pass";

    /// <returns>Her, as far as her cookie says and this one thing goes; null when it opens nothing here.</returns>
    public async Task<ClaimsPrincipal?> OpenAsync(HttpRequest request, string purpose, Guid subject, CancellationToken cancel)
    {
        if (request.Cookies[Cookie] is not { Length: 96 } token || !Guid.TryParseExact(token[..32], "N", out var id))
            return null;
        var now = clock.Utc;
        var found = await (
            from pass in db.Set<NarrowPass>()
            where pass.Id == id && pass.Purpose == purpose && pass.SubjectId == subject && pass.EndedAt == null && pass.Until > now
            join person in db.Set<Person>() on pass.PersonId equals person.Id
            join account in db.Users on person.AccountId equals account.Id
            select new
            {
                pass.TokenHash,
                account.Id,
                account.SecurityStamp,
            }
        ).SingleOrDefaultAsync(cancel);
        return found is not null && Same(Hash(token, found.SecurityStamp), found.TokenHash) ? Her(found.Id, found.SecurityStamp) : null;
    }

    /// <summary>Begins one for whoever asks, on this device, unless it holds one already. Part of the running transaction.</summary>
    /// <param name="path">The cookie goes nowhere else.</param>
    public async Task HoldAsync(HttpContext http, Actor actor, string purpose, Guid subject, string path, CancellationToken cancel)
    {
        var account = Guid.Parse(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!);
        if ((await OpenAsync(http.Request, purpose, subject, cancel))?.FindFirstValue(ClaimTypes.NameIdentifier) == account.ToString())
            return;
        var stamp = await db.Users.Where(user => user.Id == account).Select(user => user.SecurityStamp).SingleAsync(cancel);
        var (id, now) = (Ids.New(), clock.Utc);
        var token = $"{id:N}{RandomNumberGenerator.GetHexString(64, lowercase: true)}";
        db.Add(Pass(id, purpose, subject, actor.PersonId, Hash(token, stamp)));
        http.Response.Cookies.Append(Cookie, token, Options(path, now + Longest));
        var listed = Listed(http.Request).Prepend(id).Take(MostListed).Select(each => $"{each:N}");
        http.Response.Cookies.Append(List, string.Join('.', listed), Options("/", now + Longest));
    }

    NarrowPass Pass(Guid id, string purpose, Guid subject, Guid person, string hash) =>
        new()
        {
            Id = id,
            Purpose = purpose,
            SubjectId = subject,
            PersonId = person,
            TokenHash = hash,
            From = clock.Utc,
            Until = clock.Utc + Longest,
        };

    /// <summary>What it opens is over: nobody's pass lasts longer than this. Part of the running transaction.</summary>
    public Task LastUntilAsync(string purpose, Guid subject, DateTime until, CancellationToken cancel) =>
        db.Set<NarrowPass>()
            .Where(pass => pass.Purpose == purpose && pass.SubjectId == subject && pass.EndedAt == null && pass.Until > until)
            .ExecuteUpdateAsync(set => set.SetProperty(pass => pass.Until, until), cancel);

    /// <summary>It goes on after all: the passes that still open it last as long as they would have.</summary>
    public Task LastAgainAsync(string purpose, Guid subject, DateTime until, CancellationToken cancel)
    {
        var now = clock.Utc;
        return db.Set<NarrowPass>()
            .Where(pass => pass.Purpose == purpose && pass.SubjectId == subject && pass.EndedAt == null && pass.Until > now)
            .ExecuteUpdateAsync(set => set.SetProperty(pass => pass.Until, until), cancel);
    }

    /// <summary>She signs out on this device.</summary>
    public async Task EndHereAsync(HttpContext http, CancellationToken cancel)
    {
        var (here, now) = (Listed(http.Request).ToList(), clock.Utc);
        if (here.Count == 0)
            return;
        await db.Set<NarrowPass>()
            .Where(pass => here.Contains(pass.Id) && pass.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(pass => pass.EndedAt, now), cancel);
        http.Response.Cookies.Delete(List);
    }

    /// <summary>Forgets those that ended long ago.</summary>
    public static Task SweepAsync(NestwerkDb db, DateTime now, CancellationToken cancel) =>
        db.Set<NarrowPass>().Where(pass => pass.Until < now - Keeps || pass.EndedAt < now - Keeps).ExecuteDeleteAsync(cancel);

    static ClaimsPrincipal Her(Guid account, string? stamp) =>
        new(
            new ClaimsIdentity(
                [
                    new(ClaimTypes.NameIdentifier, account.ToString()),
                    new(SessionClaims.Stamp, stamp ?? ""),
                    // Only a session with a second factor begins one.
                    new(SessionClaims.Method, SessionClaims.SecondFactor),
                ],
                NarrowPassHandler.Name
            )
        );

    CookieOptions Options(string path, DateTime until) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = Https,
            Path = path,
            Expires = new DateTimeOffset(until, TimeSpan.Zero),
            IsEssential = true,
        };

    static IEnumerable<Guid> Listed(HttpRequest request) =>
        (request.Cookies[List] ?? "")
            .Split('.')
            .Take(MostListed)
            .Select(word => Guid.TryParseExact(word, "N", out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty);

    static string Hash(string token, string? stamp) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{token}.{stamp}")));

    static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));
}
