using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Nestwerk.Shared;

/// <summary>What a sealed file says of itself, readable without a key and bound to what is inside.</summary>
/// <param name="Epoch">The key of the ring under which it is sealed.</param>
/// <param name="Salt">Makes a key of its own for this file.</param>
/// <param name="Check">Tells a wrong key from a damaged file.</param>
/// <param name="Made">In UTC.</param>
/// <param name="Version">Of the program that made it.</param>
/// <param name="Shape">The newest migration of the database in it.</param>
/// <param name="Trail">Where the chain of its audit trail stood; null when it had none.</param>
public sealed record SealedHeader(
    string Epoch,
    byte[] Salt,
    byte[] Check,
    DateTime Made,
    string Version,
    string Shape,
    string? Trail = null
);

/// <summary>
/// Seals a stream of any length: AES-256-GCM in numbered chunks, the last of which is marked, under a key made for this one file from
/// the key ring and the header. A chunk that was changed, moved, left out or added, and a file cut short, do not open.
/// <code>magic (8) | format (1) | length of header (2) | header, JSON | chunks: ciphertext ‖ tag (16)</code>
/// </summary>
public static class SealedFile
{
    const byte Format = 1;
    const int Chunk = 256 * 1024;
    const int Tag = 16;
    const int Prefix = 11;
    const int SaltSize = 32;
    static readonly byte[] Magic = "NWSEALED"u8.ToArray();

    public static Task SealAsync(Stream plain, Stream to, KeyRing keys, DateTime made, string shape, CancellationToken cancel) =>
        SealAsync(plain, to, keys, made, shape, trail: null, cancel);

    public static async Task SealAsync(
        Stream plain,
        Stream to,
        KeyRing keys,
        DateTime made,
        string shape,
        string? trail,
        CancellationToken cancel
    )
    {
        var (epoch, master) = keys.Newest();
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        var version = typeof(SealedFile).Assembly.GetName().Version!.ToString(3);
        var header = Join(new(epoch, salt, CheckOf(master, salt), made, version, shape, trail));
        await to.WriteAsync(header, cancel);
        using var aes = new AesGcm(KeyFor(master, salt, header), Tag);
        var (text, next, box) = (new byte[Chunk], new byte[Chunk], new byte[Chunk + Tag]);
        var length = await plain.ReadAtLeastAsync(text, Chunk, throwOnEndOfStream: false, cancel);
        for (ulong number = 0; ; number++)
        {
            var after = length < Chunk ? 0 : await plain.ReadAtLeastAsync(next, Chunk, throwOnEndOfStream: false, cancel);
            aes.Encrypt(Nonce(number, after == 0), text.AsSpan(0, length), box.AsSpan(0, length), box.AsSpan(length, Tag));
            await to.WriteAsync(box.AsMemory(0, length + Tag), cancel);
            if (after == 0)
                return;
            ((text, next), length) = ((next, text), after);
        }
    }

    /// <exception cref="SealedFileException">It does not open; says why.</exception>
    public static async Task<SealedHeader> OpenAsync(Stream from, Stream plain, KeyRing keys, CancellationToken cancel)
    {
        var (header, bytes) = await ReadAsync(from, cancel);
        var master = MasterOf(header, keys);
        using var aes = new AesGcm(KeyFor(master, header.Salt, bytes), Tag);
        var (box, next, text) = (new byte[Chunk + Tag], new byte[Chunk + Tag], new byte[Chunk]);
        var length = await from.ReadAtLeastAsync(box, box.Length, throwOnEndOfStream: false, cancel);
        for (ulong number = 0; ; number++)
        {
            var after = length < box.Length ? 0 : await from.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, cancel);
            if (length < Tag || !TryOpen(aes, Nonce(number, after == 0), box.AsSpan(0, length), text))
                throw new SealedFileException(SealedFault.Damaged);
            await plain.WriteAsync(text.AsMemory(0, length - Tag), cancel);
            if (after == 0)
                return header;
            ((box, next), length) = ((next, box), after);
        }
    }

    /// <exception cref="SealedFileException">It is no sealed file, or a newer one than this program knows.</exception>
    public static async Task<SealedHeader> ReadHeaderAsync(Stream from, CancellationToken cancel) => (await ReadAsync(from, cancel)).Header;

    static async Task<(SealedHeader Header, byte[] Bytes)> ReadAsync(Stream from, CancellationToken cancel)
    {
        var prefix = new byte[Prefix];
        var read = await from.ReadAtLeastAsync(prefix, Prefix, throwOnEndOfStream: false, cancel);
        if (read < Prefix || !prefix.AsSpan().StartsWith(Magic))
            throw new SealedFileException(SealedFault.NotOurs);
        if (prefix[Magic.Length] != Format)
            throw new SealedFileException(prefix[Magic.Length] > Format ? SealedFault.Newer : SealedFault.Damaged);
        var bytes = new byte[Prefix + BinaryPrimitives.ReadUInt16BigEndian(prefix.AsSpan(Magic.Length + 1))];
        prefix.CopyTo(bytes, 0);
        try
        {
            await from.ReadExactlyAsync(bytes.AsMemory(Prefix), cancel);
            var header = JsonSerializer.Deserialize<SealedHeader>(bytes.AsSpan(Prefix));
            if (header is { Epoch: not null, Salt.Length: SaltSize, Check: not null, Version: not null, Shape: not null })
                return (header, bytes);
        }
        catch (Exception error) when (error is JsonException or EndOfStreamException)
        {
            // Said below.
        }
        throw new SealedFileException(SealedFault.Damaged);
    }

    static byte[] Join(SealedHeader header)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(header);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)json.Length));
        return [.. Magic, Format, .. length, .. json];
    }

    static byte[] MasterOf(SealedHeader header, KeyRing keys)
    {
        if (!keys.Has(header.Epoch))
            throw new SealedFileException(SealedFault.KeyMissing, header.Epoch);
        var master = keys.Get(header.Epoch);
        return CheckOf(master, header.Salt).AsSpan().SequenceEqual(header.Check)
            ? master
            : throw new SealedFileException(SealedFault.WrongKey, header.Epoch);
    }

    static byte[] KeyFor(byte[] master, byte[] salt, byte[] header) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, KeyRing.KeySize, salt, [.. "nestwerk sealed file"u8, .. SHA256.HashData(header)]);

    static byte[] CheckOf(byte[] master, byte[] salt) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 8, salt, Encoding.ASCII.GetBytes("nestwerk sealed file check"));

    /// <summary>The number of the chunk, and whether it is the last: once per key, because the key is of this file only.</summary>
    static byte[] Nonce(ulong number, bool last)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteUInt64BigEndian(nonce, number);
        nonce[8] = last ? (byte)1 : (byte)0;
        return nonce;
    }

    static bool TryOpen(AesGcm aes, byte[] nonce, ReadOnlySpan<byte> box, byte[] text)
    {
        try
        {
            aes.Decrypt(nonce, box[..^Tag], box[^Tag..], text.AsSpan(0, box.Length - Tag));
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }
}

public enum SealedFault
{
    NotOurs,
    Newer,
    KeyMissing,
    WrongKey,
    Damaged,
}

public sealed class SealedFileException(SealedFault fault, string epoch = "") : Exception($"The sealed file does not open: {fault} {epoch}")
{
    public SealedFault Fault => fault;

    /// <summary>The key it asks for, where that is the matter.</summary>
    public string Epoch => epoch;
}
