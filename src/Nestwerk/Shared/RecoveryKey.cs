using System.Security.Cryptography;
using System.Text;

namespace Nestwerk.Shared;

/// <summary>
/// A key for paper: thirteen groups of five letters. It is the private half of a pair on P-256, so that what stays on the machine
/// can only close, never open. The fifth letter of each group guards that group and its place.
/// </summary>
public sealed class RecoveryKey
{
    const int Groups = 13;
    const int Letters = 4;
    const int Bits = 5;

    /// <summary>Crockford's: no I, L, O or U, which look like others when written by hand.</summary>
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    readonly byte[] secret;

    RecoveryKey(byte[] secret) => this.secret = secret;

    public static RecoveryKey New()
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return new(pair.ExportParameters(includePrivateParameters: true).D!);
    }

    /// <param name="wrong">The first group that was mistyped, counted from 1; 0 when their number is not right.</param>
    public static RecoveryKey? Read(string paper, out int wrong)
    {
        var text = string.Concat(paper.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))
            .Replace('O', '0')
            .Replace('I', '1')
            .Replace('L', '1');
        wrong = 0;
        if (text.Length != Groups * (Letters + 1))
            return null;
        var groups = text.Chunk(Letters + 1).Select(group => new string(group)).ToList();
        wrong = groups.FindIndex(group => !group.All(Alphabet.Contains)) + 1;
        for (var place = 0; wrong == 0 && place < Groups; place++)
            wrong = groups[place][Letters] == Guard(groups[place][..Letters], place) ? 0 : place + 1;
        return wrong == 0 ? new(Bytes(groups)) : null;
    }

    public string Paper()
    {
        var letters = new StringBuilder();
        for (var place = 0; place < Groups * Letters; place++)
            letters.Append(Alphabet[Enumerable.Range(place * Bits, Bits).Aggregate(0, (sum, bit) => sum * 2 + Bit(bit))]);
        var groups = letters.ToString().Chunk(Letters).Select((group, place) => new string(group) + Guard(new(group), place));
        return string.Join('-', groups);
    }

    internal ECDiffieHellman Pair() => ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = secret });

    int Bit(int place) => place / 8 < secret.Length ? secret[place / 8] >> (7 - place % 8) & 1 : 0;

    static byte[] Bytes(List<string> groups)
    {
        var bytes = new byte[KeyRing.KeySize];
        var values = groups
            .SelectMany(group => group[..Letters])
            .Select(letter => Alphabet.IndexOf(letter, StringComparison.Ordinal))
            .ToList();
        for (var bit = 0; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] |= (byte)((values[bit / Bits] >> (Bits - 1 - bit % Bits) & 1) << (7 - bit % 8));
        return bytes;
    }

    static char Guard(string letters, int place) =>
        Alphabet[SHA256.HashData(Encoding.ASCII.GetBytes($"{place}:{letters}"))[0] % Alphabet.Length];
}
