using System.Security.Cryptography;
using System.Text;

namespace Nestwerk.Access.Team;

/// <summary>
/// A code that is read aloud or copied from paper, works once, and is kept only as a hash: twelve letters and digits
/// that cannot be mistaken for one another (60 bits), shown in groups of four.
/// </summary>
public static class OneTimeCode
{
    const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    const int Length = 12;

    public static string New()
    {
        var code = RandomNumberGenerator.GetString(Letters, Length);
        return $"{code[..4]}-{code[4..8]}-{code[8..]}";
    }

    /// <returns>The same for every way of typing a code: small letters, spaces, no dashes.</returns>
    public static string Hash(string typed)
    {
        var plain = string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)));
    }
}
