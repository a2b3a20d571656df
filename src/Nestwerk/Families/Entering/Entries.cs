using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Entering;

public enum CodeAnswer
{
    Right,
    Wrong,

    /// <summary>Too late, or too many wrong ones: begin again.</summary>
    Over,
}

/// <summary>
/// Asks for codes and takes them, each in a short transaction of its own. The work is the same for a number that is known and one that is not.
/// </summary>
public sealed class Entries(NestwerkDb db, Lookups lookups, HouseSecrets secrets, WriteGate gate, CodeBell bell, HouseClock clock)
{
    public const int MostPerNumber = 3;
    public const int MostPerAddress = 20;
    const string Secret = "my:code";
    static readonly TimeSpan Span = TimeSpan.FromHours(1);

    /// <returns>What the window keeps to go on.</returns>
    public async Task<string> AskAsync(LookupKind kind, string plain, IPAddress? from, CancellationToken cancel)
    {
        var (token, now) = (Token.New(Ids.New()), clock.Utc);
        using var turn = await gate.EnterAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var asked = await lookups.HashAsync(kind, plain, cancel);
        var address = HMACSHA256.HashData(await secrets.TakeAsync(Secret, cancel), Encoding.ASCII.GetBytes($"{from}"));
        await db.Set<Entry>().Where(entry => entry.At < now - Entry.Kept).ExecuteDeleteAsync(cancel);
        var counted = db.Set<Entry>().Where(entry => entry.At > now - Span && entry.MutedAt == null);
        var tooMany =
            await counted.CountAsync(entry => entry.Asked == asked, cancel) >= MostPerNumber
            | await counted.CountAsync(entry => entry.FromHash == address, cancel) >= MostPerAddress;
        db.Add(New(token, kind, asked, address, tooMany));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        bell.Ring();
        return token.Text;
    }

    /// <summary>The entry this window began and may still go on with; null when it is over.</summary>
    public async Task<Entry?> FindAsync(string? held, CancellationToken cancel)
    {
        if (Token.Read(held) is not { } token)
            return null;
        var entry = await db.Set<Entry>().SingleOrDefaultAsync(each => each.Id == token.Id, cancel);
        return entry is { EndedAt: null } && clock.Utc < entry.Until && token.Fits(entry.TokenHash) ? entry : null;
    }

    /// <summary>Counts the try first, so that many at once are counted as many.</summary>
    public async Task<CodeAnswer> TakeAsync(string? held, string typed, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var answer = await TryAsync(held, typed, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return answer;
    }

    /// <summary>Those whose number or address this entry was asked with.</summary>
    public Task<IReadOnlyList<Found>> WhoseAsync(Entry entry, CancellationToken cancel) =>
        lookups.FindAsync(entry.Kind, entry.Asked, cancel);

    internal async Task<byte[]> HashAsync(Guid entry, string code, CancellationToken cancel) =>
        HMACSHA256.HashData(await secrets.TakeAsync(Secret, cancel), Encoding.ASCII.GetBytes($"{entry:N}{code}"));

    Entry New(Token token, LookupKind kind, byte[] asked, byte[] address, bool tooMany) =>
        new()
        {
            Id = token.Id,
            Kind = kind,
            Asked = asked,
            FromHash = address,
            TokenHash = token.Hash,
            At = clock.Utc,
            Until = clock.Utc + Entry.Lasts,
            MutedAt = tooMany ? clock.Utc : null,
        };

    async Task<CodeAnswer> TryAsync(string? held, string typed, CancellationToken cancel)
    {
        if (Token.Read(held) is not { } token)
            return CodeAnswer.Over;
        var now = clock.Utc;
        var counted = await db.Set<Entry>()
            .Where(each => each.Id == token.Id && each.EndedAt == null && each.Until > now && each.Tries < Entry.MostTries)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.Tries, each => each.Tries + 1), cancel);
        if (counted == 0 || await FindAsync(held, cancel) is not { } entry)
            return CodeAnswer.Over;
        var hash = await HashAsync(entry.Id, typed, cancel);
        if (CryptographicOperations.FixedTimeEquals(hash, entry.CodeHash ?? new byte[hash.Length]))
        {
            entry.Prove(now);
            return CodeAnswer.Right;
        }
        if (entry.Tries < Entry.MostTries)
            return CodeAnswer.Wrong;
        entry.End(now);
        return CodeAnswer.Over;
    }
}
