using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

public enum LookupKind
{
    Phone,
    Mail,

    /// <summary>How a name sounds, with a month of birth.</summary>
    NameAndMonth,
}

/// <summary>
/// Says that something known belongs to a family, without saying what: an HMAC under a key of its own kind. Never unique,
/// because phones are shared and recycled.
/// </summary>
[Keeps("to find a family by a number, an address or a name that somebody gives", Terms.Family, About = "the member")]
public sealed class FamilyLookup
{
    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }
    public required Guid MemberId { get; init; }

    /// <summary>The channel it stands for; the member itself for a name.</summary>
    public required Guid OfId { get; init; }
    public required LookupKind Kind { get; init; }
    public required byte[] Hash { get; init; }
}

/// <summary>Whom a number, an address or a name with a month points to.</summary>
public sealed record Found(Guid FamilyId, Guid MemberId, Guid OfId);

/// <summary>Finds families by what somebody typed, in one question to an index. What is found is not yet allowed to be shown.</summary>
public sealed class Lookups(NestwerkDb db, HouseSecrets secrets)
{
    /// <summary>Keeps a new hash in the running transaction.</summary>
    public async Task AddAsync(FamilyMember of, Guid ofId, LookupKind kind, string plain, CancellationToken cancel) =>
        db.Add(
            new FamilyLookup
            {
                FamilyId = of.FamilyId,
                Id = Ids.New(),
                MemberId = of.Id,
                OfId = ofId,
                Kind = kind,
                Hash = Hash(plain, await secrets.TakeAsync(KeyOf(kind), cancel)),
            }
        );

    public async Task<IReadOnlyList<Found>> FindAsync(LookupKind kind, string plain, CancellationToken cancel)
    {
        if (await secrets.FindAsync(KeyOf(kind), cancel) is not { } key)
            return [];
        return await FindAsync(kind, Hash(plain, key), cancel);
    }

    /// <summary>What stands for something that somebody typed, known or not; the key is made in the running transaction if it was not there.</summary>
    public async Task<byte[]> HashAsync(LookupKind kind, string plain, CancellationToken cancel) =>
        Hash(plain, await secrets.TakeAsync(KeyOf(kind), cancel));

    public async Task<IReadOnlyList<Found>> FindAsync(LookupKind kind, byte[] hash, CancellationToken cancel) =>
        await db.Set<FamilyLookup>()
            .Where(row => row.Hash == hash && row.Kind == kind)
            .Select(row => new Found(row.FamilyId, row.MemberId, row.OfId))
            .ToListAsync(cancel);

    /// <summary>A number as it is dialled: digits with the country in front, Belgian when none is named.</summary>
    /// <returns>Null when it is no number.</returns>
    public static string? Number(string typed)
    {
        var digits = new string([.. typed.Where(char.IsAsciiDigit)]);
        var whole =
            typed.TrimStart().StartsWith('+') ? digits
            : digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..]
            : digits.StartsWith('0') ? "32" + digits[1..]
            : digits;
        return whole.Length is >= 8 and <= 15 ? whole : null;
    }

    /// <summary>An address as it is compared: no spaces around, lower case.</summary>
    public static string? Address(string typed) =>
        typed.Trim().ToLowerInvariant() is { Length: <= 254 } address && address.IndexOf('@', StringComparison.Ordinal) > 0
            ? address
            : null;

    /// <summary>How a name sounds, roughly and in any of our languages, with the month: what is written differently is still found.</summary>
    public static string NameAndMonth(string name, DateOnly month) => $"{NameSound.Of(name)}|{month:yyyy-MM}";

    static string KeyOf(LookupKind kind) => $"lookup:{kind}";

    static byte[] Hash(string plain, byte[] key) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(plain));
}
