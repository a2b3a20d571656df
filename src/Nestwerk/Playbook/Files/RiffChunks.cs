using System.Buffers.Binary;
using System.Text;

namespace Nestwerk.Playbook.Files;

/// <summary>The parts of a RIFF file: WebP and WAV are made of them.</summary>
static class RiffChunks
{
    const int Most = 10_000;

    public sealed record Chunk(string Name, int Start, int Length);

    /// <returns>Null when they do not fit in each other.</returns>
    public static IReadOnlyList<Chunk>? Read(byte[] raw)
    {
        var chunks = new List<Chunk>();
        var end = Math.Min(raw.Length, 8L + BinaryPrimitives.ReadUInt32LittleEndian(raw.AsSpan(4)));
        for (var at = 12L; at + 8 <= end; )
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(raw.AsSpan((int)at + 4));
            if (length > end - at - 8 || chunks.Count == Most)
                return null;
            chunks.Add(new(Encoding.Latin1.GetString(raw, (int)at, 4), (int)at + 8, (int)length));
            at += 8L + length + (length & 1);
        }
        return chunks;
    }

    public static byte[] Write(ReadOnlySpan<byte> kind, params (string Name, byte[] Data)[] chunks)
    {
        using var file = new MemoryStream();
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, 4 + chunks.Sum(chunk => 8 + chunk.Data.Length + (chunk.Data.Length & 1)));
        file.Write("RIFF"u8);
        file.Write(size);
        file.Write(kind);
        foreach (var (name, data) in chunks)
        {
            BinaryPrimitives.WriteInt32LittleEndian(size, data.Length);
            file.Write(Encoding.Latin1.GetBytes(name));
            file.Write(size);
            file.Write(data);
            if ((data.Length & 1) == 1)
                file.WriteByte(0);
        }
        return file.ToArray();
    }
}
