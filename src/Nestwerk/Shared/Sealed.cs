using System.Security.Cryptography;
using System.Text;

namespace Nestwerk.Shared;

/// <summary>
/// A value that stands sealed in its column: nonce, tag and AES-256-GCM ciphertext. It is mapped as it is, without a converter,
/// so that nothing is ever opened by the way; who reads it opens it with the key it was sealed with.
/// </summary>
public sealed record Sealed(byte[] Box);

/// <summary>Seals and opens with one key. What is sealed is bound to a place, so that it opens nowhere else.</summary>
public sealed class Sealer(byte[] key)
{
    const int Nonce = 12;
    const int Tag = 16;

    /// <param name="plain">What to hide.</param>
    /// <param name="place">Where it stands: owner, column and row.</param>
    public Sealed Seal(string plain, string place)
    {
        var text = Encoding.UTF8.GetBytes(plain);
        var box = new byte[Nonce + Tag + text.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(box.AsSpan(0, Nonce), text, box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), Encoding.UTF8.GetBytes(place));
        return new(box);
    }

    /// <exception cref="CryptographicException">It was changed, stands elsewhere, or was sealed with another key.</exception>
    public string Open(Sealed value, string place)
    {
        if (value.Box.Length < Nonce + Tag)
            throw new CryptographicException("Not a sealed value.");
        var text = new byte[value.Box.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        var box = value.Box.AsSpan();
        aes.Decrypt(box[..Nonce], box[(Nonce + Tag)..], box.Slice(Nonce, Tag), text, Encoding.UTF8.GetBytes(place));
        return Encoding.UTF8.GetString(text);
    }
}
