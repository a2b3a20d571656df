using System.Security.Cryptography;

namespace Nestwerk.Shared;

/// <summary>The sealing keys: one file of 32 random bytes each in <c>keys/sealing</c>, named by the month it was made.</summary>
public sealed class KeyRing(NestwerkOptions options, TimeProvider time)
{
    const int KeySize = 32;
    readonly Lock guard = new();
    readonly Dictionary<string, byte[]> known = new(StringComparer.Ordinal);

    string Folder => Path.Combine(options.KeysFolder, "sealing");

    /// <summary>The key that seals now; the first call on a new instance makes it.</summary>
    public (string Id, byte[] Key) Newest()
    {
        lock (guard)
        {
            var newest = Directory.Exists(Folder)
                ? Directory.EnumerateFiles(Folder, "*.key").Select(Path.GetFileNameWithoutExtension).Max(StringComparer.Ordinal)
                : null;
            var id = newest ?? Make();
            return (id, Read(id));
        }
    }

    /// <exception cref="CryptographicException">There is no such key here.</exception>
    public byte[] Get(string id)
    {
        lock (guard)
            return Read(id);
    }

    byte[] Read(string id)
    {
        if (known.TryGetValue(id, out var key))
            return key;
        var file = Path.Combine(Folder, id + ".key");
        if (!id.All(letter => char.IsAsciiDigit(letter) || letter == '-') || !File.Exists(file))
            throw new CryptographicException("The key that sealed this is not in the keys folder.");
        return known[id] = File.ReadAllBytes(file);
    }

    string Make()
    {
        PrivateFolder.Ensure(Folder);
        var id = $"{time.GetUtcNow():yyyy-MM}";
        using var file = new FileStream(Path.Combine(Folder, id + ".key"), PrivateFolder.NewFile);
        file.Write(RandomNumberGenerator.GetBytes(KeySize));
        return id;
    }
}
