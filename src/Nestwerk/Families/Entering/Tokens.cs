using System.Security.Cryptography;
using System.Text;

namespace Nestwerk.Families.Entering;

/// <summary>What a window holds to be known again: an id and a secret, of which only the hash is kept here.</summary>
sealed record Token(Guid Id, string Text)
{
    const int Length = 96;

    public byte[] Hash => SHA256.HashData(Encoding.ASCII.GetBytes(Text));

    public static Token New(Guid id) => new(id, $"{id:N}{RandomNumberGenerator.GetHexString(64, lowercase: true)}");

    public static Token? Read(string? text) =>
        text is { Length: Length } && Guid.TryParseExact(text[..32], "N", out var id) ? new(id, text) : null;

    public bool Fits(byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash, hash);
}
