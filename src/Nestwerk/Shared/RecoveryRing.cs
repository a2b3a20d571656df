using System.Security.Cryptography;
using System.Text.Json;

namespace Nestwerk.Shared;

/// <summary>
/// The key ring, closed so that only the recovery key on paper opens it. It stands beside the backups and is replaced each time:
/// keys that were destroyed are not in it any more.
/// </summary>
public sealed class RecoveryRing(NestwerkOptions options, KeyRing keys)
{
    public const string FileName = "recovery.ring";
    const int Nonce = 12;
    const int Tag = 16;

    string PublicFile => Path.Combine(options.KeysFolder, "recovery.pub");

    /// <summary>Whether a recovery key was made for this instance.</summary>
    public bool IsMade => File.Exists(PublicFile);

    /// <summary>From now on this key opens the ring, and no other.</summary>
    public void Take(RecoveryKey key)
    {
        PrivateFolder.Ensure(options.KeysFolder);
        using var pair = key.Pair();
        Replace(PublicFile, pair.ExportSubjectPublicKeyInfo());
    }

    /// <summary>Writes the ring as it is now into this folder; nothing when no recovery key was made.</summary>
    public void WriteTo(string folder)
    {
        if (!IsMade)
            return;
        using var paper = ECDiffieHellman.Create();
        paper.ImportSubjectPublicKeyInfo(File.ReadAllBytes(PublicFile), out _);
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var all = keys.Epochs().ToDictionary(epoch => epoch.Id, epoch => keys.Get(epoch.Id), StringComparer.Ordinal);
        var text = JsonSerializer.SerializeToUtf8Bytes(all);
        var box = new byte[Nonce + Tag + text.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(Shared(once, paper.PublicKey, once), Tag);
        aes.Encrypt(box.AsSpan(0, Nonce), text, box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag));
        var closed = new Closed([.. all.Keys], once.ExportSubjectPublicKeyInfo(), box);
        Replace(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(closed));
    }

    /// <returns>The names of the keys in such a file, without opening it; none when there is no file or it cannot be read.</returns>
    public static IReadOnlyList<string> NamesIn(string folder)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) ? Read(file)?.Epochs ?? [] : [];
    }

    /// <summary>Puts the keys of a ring back in the keys folder and keeps the recovery key in force.</summary>
    /// <returns>The names of the keys that were missing.</returns>
    /// <exception cref="CryptographicException">The key does not open this ring, or the ring is damaged.</exception>
    public IReadOnlyList<string> Recover(string file, RecoveryKey key)
    {
        var closed = Read(file) ?? throw new CryptographicException("This is no recovery ring, or it is damaged.");
        using var pair = key.Pair();
        using var once = ECDiffieHellman.Create();
        once.ImportSubjectPublicKeyInfo(closed.Once, out _);
        using var aes = new AesGcm(Shared(pair, once.PublicKey, once), Tag);
        var text = new byte[closed.Box.Length - Nonce - Tag];
        aes.Decrypt(closed.Box.AsSpan(0, Nonce), closed.Box.AsSpan(Nonce + Tag), closed.Box.AsSpan(Nonce, Tag), text);
        var all = JsonSerializer.Deserialize<Dictionary<string, byte[]>>(text)!;
        var back = all.Where(each => keys.PutBack(each.Key, each.Value)).Select(each => each.Key).Order(StringComparer.Ordinal).ToList();
        Take(key);
        return back;
    }

    static byte[] Shared(ECDiffieHellman mine, ECDiffieHellmanPublicKey other, ECDiffieHellman once) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            mine.DeriveRawSecretAgreement(other),
            KeyRing.KeySize,
            once.ExportSubjectPublicKeyInfo(),
            "nestwerk recovery ring"u8.ToArray()
        );

    static Closed? Read(string file)
    {
        try
        {
            var closed = JsonSerializer.Deserialize<Closed>(File.ReadAllBytes(file));
            return closed is { Epochs: not null, Once: not null, Box.Length: > Nonce + Tag } ? closed : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static void Replace(string file, byte[] bytes)
    {
        var half = $"{file}.half";
        File.Delete(half);
        using (var stream = new FileStream(half, PrivateFolder.NewFile))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        File.Move(half, file, overwrite: true);
    }

    sealed record Closed(IReadOnlyList<string> Epochs, byte[] Once, byte[] Box);
}
