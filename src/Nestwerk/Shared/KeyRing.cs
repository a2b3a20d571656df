using System.Security.Cryptography;

namespace Nestwerk.Shared;

/// <summary>
/// The sealing keys: one file of 32 random bytes each in <c>keys/sealing</c>, named by the month it was made.
/// Each key reigns until the next one is made; together they are the epochs of an instance.
/// </summary>
public sealed class KeyRing(NestwerkOptions options, TimeProvider time)
{
    public const int KeySize = 32;
    readonly Lock guard = new();
    readonly Dictionary<string, byte[]> known = new(StringComparer.Ordinal);

    string Folder => Path.Combine(options.KeysFolder, "sealing");

    /// <summary>The key that seals now; the first call on a new instance makes it.</summary>
    public (string Id, byte[] Key) Newest()
    {
        lock (guard)
        {
            var id = Ids().LastOrDefault() ?? Make($"{time.GetUtcNow():yyyy-MM}", RandomNumberGenerator.GetBytes(KeySize));
            return (id, Read(id));
        }
    }

    /// <exception cref="CryptographicException">There is no such key here.</exception>
    public byte[] Get(string id)
    {
        lock (guard)
            return Read(id);
    }

    public bool Has(string id) => IsName(id) && File.Exists(FileOf(id));

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Epoch> Epochs() => [.. Ids().Select(id => new Epoch(id, File.GetLastWriteTimeUtc(FileOf(id))))];

    /// <summary>Makes the key that seals from now on; a process that already runs takes it at its next seal.</summary>
    public string MakeNext()
    {
        lock (guard)
        {
            var month = $"{time.GetUtcNow():yyyy-MM}";
            var newest = Ids().LastOrDefault() ?? "";
            var id = month;
            for (var again = 2; StringComparer.Ordinal.Compare(id, newest) <= 0; again++)
                id =
                    again < 100
                        ? $"{month}-{again:00}"
                        : throw new CryptographicException($"The newest key, {newest}, is not of this month.");
            return Make(id, RandomNumberGenerator.GetBytes(KeySize));
        }
    }

    /// <summary>Puts back a key that was lost.</summary>
    /// <returns>False when it was there already.</returns>
    /// <exception cref="CryptographicException">Another key has this name, or it is no key.</exception>
    public bool PutBack(string id, byte[] key)
    {
        lock (guard)
        {
            if (!IsName(id) || key.Length != KeySize)
                throw new CryptographicException("This is no key.");
            if (!File.Exists(FileOf(id)))
                return Make(id, key) == id;
            return Read(id).AsSpan().SequenceEqual(key)
                ? false
                : throw new CryptographicException($"Another key named {id} is there already.");
        }
    }

    /// <summary>Overwrites a key and removes it. What it sealed cannot be opened any more.</summary>
    public void Destroy(string id)
    {
        lock (guard)
        {
            known.Remove(id);
            using (var file = new FileStream(FileOf(id), FileMode.Open, FileAccess.Write))
            {
                file.Write(new byte[KeySize]);
                file.Flush(flushToDisk: true);
            }
            File.Delete(FileOf(id));
        }
    }

    IEnumerable<string> Ids() =>
        Directory.Exists(Folder)
            ? Directory
                .EnumerateFiles(Folder, "*.key")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Where(IsName)
                .Order(StringComparer.Ordinal)
            : [];

    string FileOf(string id) => Path.Combine(Folder, id + ".key");

    static bool IsName(string id) => id.Length > 0 && id.All(letter => char.IsAsciiDigit(letter) || letter == '-');

    byte[] Read(string id)
    {
        if (known.TryGetValue(id, out var key))
            return key;
        if (!Has(id))
            throw new CryptographicException("The key that sealed this is not in the keys folder.");
        var read = File.ReadAllBytes(FileOf(id));
        return read.Length == KeySize ? known[id] = read : throw new CryptographicException($"The key file {id}.key is damaged.");
    }

    /// <summary>On disk before it seals anything; a key that another process made at the same moment wins.</summary>
    string Make(string id, byte[] key)
    {
        PrivateFolder.Ensure(options.KeysFolder);
        PrivateFolder.Ensure(Folder);
        var half = Path.Combine(Folder, $"{Nestwerk.Shared.Ids.New():N}.half");
        try
        {
            using (var file = new FileStream(half, PrivateFolder.NewFile))
            {
                file.Write(key);
                file.Flush(flushToDisk: true);
            }
            File.SetLastWriteTimeUtc(half, time.GetUtcNow().UtcDateTime);
            File.Move(half, FileOf(id), overwrite: false);
        }
        catch (IOException) when (File.Exists(FileOf(id)))
        {
            File.Delete(half);
        }
        catch (IOException)
        {
            File.Delete(half);
            throw;
        }
        return id;
    }
}

/// <param name="Made">When its file was written, in UTC.</param>
public sealed record Epoch(string Id, DateTime Made);
