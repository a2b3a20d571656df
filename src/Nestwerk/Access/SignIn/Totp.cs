using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Nestwerk.Access.SignIn;

/// <summary>
/// Codes of an authenticator app (RFC 6238: SHA-1, 30 seconds, 6 digits). Written out because the framework does not say
/// which step a code belongs to, and without that a code that was looked over a shoulder works twice.
/// </summary>
static class Totp
{
    const int StepSeconds = 30;
    const int Drift = 1;
    const int Modulus = 1_000_000;
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="key">The secret in base 32.</param>
    /// <returns>The time step for which this code was made, at most one step away from now; null when there is none.</returns>
    public static long? StepOf(string code, string key, DateTime utc)
    {
        var secret = Decode(key);
        var typed = Encoding.ASCII.GetBytes(code);
        var now = StepAt(utc);
        long? found = null;
        for (var step = now - Drift; step <= now + Drift; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(secret, step)), typed))
                found = step;
        return found;
    }

    public static string CodeAt(string key, DateTime utc) => CodeAt(Decode(key), StepAt(utc));

    static long StepAt(DateTime utc) => (long)(utc - DateTime.UnixEpoch).TotalSeconds / StepSeconds;

    static string CodeAt(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // Authenticator apps know SHA-1 only; as a keyed hash it is sound.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & 0x7fff_ffff;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    static byte[] Decode(string base32)
    {
        var bytes = new List<byte>();
        int bits = 0,
            value = 0;
        foreach (var letter in base32.TrimEnd('='))
        {
            value = (value << 5) | Alphabet.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(value >> bits));
            value &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
