using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Nestwerk.Shared;

/// <summary>
/// Seals small secrets that must survive in the database: AES-256-GCM under the newest key of the key ring.
/// A sealed text is <c>keyId.base64url(nonce ‖ tag ‖ ciphertext)</c>; it opens only with the same <c>boundTo</c>.
/// </summary>
public sealed class SealedBox(KeyRing keys)
{
    const int NonceSize = 12;
    const int TagSize = 16;

    /// <param name="plain">What to hide.</param>
    /// <param name="boundTo">Row and column it belongs to, so that a sealed text cannot be moved elsewhere.</param>
    public string Seal(string plain, string boundTo)
    {
        var (id, key) = keys.Newest();
        var text = Encoding.UTF8.GetBytes(plain);
        var box = new byte[NonceSize + TagSize + text.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(box.AsSpan(0, NonceSize), text, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), Bound(id, boundTo));
        return $"{id}.{Base64Url.EncodeToString(box)}";
    }

    /// <exception cref="CryptographicException">The text is not sealed, was changed, belongs elsewhere, or its key is gone.</exception>
    public string Open(string sealedText, string boundTo)
    {
        var dot = sealedText.IndexOf('.', StringComparison.Ordinal);
        if (dot < 1 || !Base64Url.IsValid(sealedText.AsSpan(dot + 1)))
            throw new CryptographicException("Not a sealed text.");
        var id = sealedText[..dot];
        var box = Base64Url.DecodeFromChars(sealedText.AsSpan(dot + 1));
        if (box.Length < NonceSize + TagSize)
            throw new CryptographicException("Not a sealed text.");
        var text = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(keys.Get(id), TagSize);
        aes.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), text, Bound(id, boundTo));
        return Encoding.UTF8.GetString(text);
    }

    /// <returns>The key of the ring under which a text is sealed.</returns>
    public static string KeyOf(string sealedText) => sealedText.Split('.')[0];

    static byte[] Bound(string id, string boundTo) => Encoding.UTF8.GetBytes($"{id}|{boundTo}");
}
