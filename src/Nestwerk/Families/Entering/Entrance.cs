using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Entering;

/// <summary>The three steps at the door for parents: number, code, PIN. What the window holds between them opens nothing else.</summary>
public sealed class Entrance(
    NestwerkDb db,
    WriteGate gate,
    Entries entries,
    Pins pins,
    ParentSessions sessions,
    FamilyScope families,
    AuditTrail audit,
    IHttpContextAccessor accessor,
    NestwerkOptions house,
    HouseClock clock
)
{
    HttpContext Http => accessor.HttpContext!;
    string Cookie => EnteringServices.Prefix(house) + "nestwerk-my-code";
    string? Held => Http.Request.Cookies[Cookie];

    /// <returns>False when it is neither a number nor an address.</returns>
    public async Task<bool> AskAsync(string? typed, CancellationToken cancel)
    {
        var text = Typed.Digits(typed);
        var isMail = text.Contains('@', StringComparison.Ordinal);
        if ((isMail ? Lookups.Address(text) : Lookups.Number(text)) is not { } plain)
            return false;
        var kind = isMail ? LookupKind.Mail : LookupKind.Phone;
        var held = await entries.AskAsync(kind, plain, Http.Connection.RemoteIpAddress, cancel);
        Http.Response.Cookies.Append(
            Cookie,
            held,
            new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = house.PublicUrl.Scheme == Uri.UriSchemeHttps,
                IsEssential = true,
            }
        );
        return true;
    }

    public Task<CodeAnswer> TakeCodeAsync(string? typed, CancellationToken cancel) =>
        entries.TakeAsync(Held, string.Concat(Typed.Digits(typed).Where(char.IsAsciiDigit)), cancel);

    /// <summary>Whether a code is still waited for in this window.</summary>
    public async Task<bool> WaitsAsync(CancellationToken cancel) => await entries.FindAsync(Held, cancel) is not null;

    /// <summary>Whose phone it is, once the code was right; null when it was not, or it is too late.</summary>
    public async Task<IReadOnlyList<Found>?> WhoseAsync(CancellationToken cancel) =>
        await entries.FindAsync(Held, cancel) is { ProvedAt: not null } entry ? await entries.WhoseAsync(entry, cancel) : null;

    /// <summary>Whether she has to make her first PIN now.</summary>
    public async Task<bool> MakesPinAsync(CancellationToken cancel) =>
        await WhoseAsync(cancel) is { } whose && await pins.WithoutAsync(whose, cancel) is not null;

    /// <returns>Whether she is in.</returns>
    public Task<bool> EnterAsync(string? pin, CancellationToken cancel) =>
        InTransactionAsync(async whose => await pins.TryAsync(whose, pin, cancel), cancel);

    /// <summary>Makes her first PIN, if she may, and lets her in.</summary>
    public Task<bool> MakeAndEnterAsync(string? pin, CancellationToken cancel) =>
        InTransactionAsync(
            async whose =>
            {
                if (await pins.WithoutAsync(whose, cancel) is not { } her)
                    return null;
                await pins.MakeAsync(her.FamilyId, her.MemberId, pin, null, cancel);
                audit.Wrote("my.pin-made", her.MemberId, her.MemberId);
                return her;
            },
            cancel
        );

    async Task<bool> InTransactionAsync(Func<IReadOnlyList<Found>, Task<Found?>> who, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await entries.FindAsync(Held, cancel) is not { ProvedAt: not null } entry)
            return false;
        var her = await who(await entries.WhoseAsync(entry, cancel));
        if (her is not null)
            await LetInAsync(entry, her, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return her is not null;
    }

    async Task LetInAsync(Entry entry, Found her, CancellationToken cancel)
    {
        entry.End(clock.Utc);
        var channels = families.For<ContactChannel>(Job.SignIn).Where(each => each.FamilyId == her.FamilyId && each.Id == her.OfId);
        if (await channels.SingleOrDefaultAsync(cancel) is { } channel)
            channel.Confirm(Confirmation.Code, null, clock.Utc);
        await sessions.BeginAsync(Http, her.FamilyId, her.MemberId);
        audit.Wrote("my.entered", her.MemberId, her.MemberId);
        Http.Response.Cookies.Delete(Cookie, new CookieOptions { Secure = house.PublicUrl.Scheme == Uri.UriSchemeHttps });
    }
}
