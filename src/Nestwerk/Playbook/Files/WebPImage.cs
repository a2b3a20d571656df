using System.Buffers.Binary;

namespace Nestwerk.Playbook.Files;

/// <summary>Reads WebP (RFC 9649) and keeps the picture and its transparency: no colour profile, no Exif, no XMP, and nothing that moves.</summary>
static class WebPImage
{
    const byte Transparent = 0x10;
    const byte Moving = 0x02;

    public static Cleaned Clean(byte[] raw)
    {
        if (RiffChunks.Read(raw) is not { } chunks)
            return Cleaned.Broken;
        var points = chunks.Where(chunk => chunk.Name is "VP8 " or "VP8L").ToList();
        var canvas = chunks.FirstOrDefault(chunk => chunk.Name == "VP8X");
        var see = chunks.FirstOrDefault(chunk => chunk.Name == "ALPH");
        if (chunks.Any(chunk => chunk.Name is "ANIM" or "ANMF") || (canvas is { Length: 10 } && (raw[canvas.Start] & Moving) != 0))
            return Cleaned.Refused("file.problem.moving");
        if (points is not [var point] || Size(raw, point) is not { } size || (canvas is not null && Canvas(raw, canvas) != size))
            return Cleaned.Broken;
        if (size.Wide > FileKinds.MostPixels || size.High > FileKinds.MostPixels)
            return Cleaned.Refused("file.problem.picture");
        var kept = new List<(string, byte[])>();
        if (canvas is not null)
            kept.Add(("VP8X", [(byte)(raw[canvas.Start] & Transparent), 0, 0, 0, .. raw.AsSpan(canvas.Start + 4, 6)]));
        if (canvas is not null && see is not null && point.Name == "VP8 ")
            kept.Add(("ALPH", Data(raw, see)));
        kept.Add((point.Name, Data(raw, point)));
        return Cleaned.As(FileKinds.WebP, RiffChunks.Write("WEBP"u8, [.. kept]));
    }

    static byte[] Data(byte[] raw, RiffChunks.Chunk chunk) => raw.AsSpan(chunk.Start, chunk.Length).ToArray();

    static (int Wide, int High)? Canvas(byte[] raw, RiffChunks.Chunk chunk) =>
        chunk.Length == 10 ? (Three(raw, chunk.Start + 4) + 1, Three(raw, chunk.Start + 7) + 1) : null;

    static int Three(byte[] raw, int at) => raw[at] | (raw[at + 1] << 8) | (raw[at + 2] << 16);

    static (int Wide, int High)? Size(byte[] raw, RiffChunks.Chunk chunk)
    {
        var data = raw.AsSpan(chunk.Start, chunk.Length);
        if (chunk.Name == "VP8L")
        {
            if (data.Length < 6 || data[0] != 0x2F)
                return null;
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }
        if (data.Length < 11 || (data[0] & 1) != 0 || !data[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
            return null;
        var (wide, high) = (
            BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF,
            BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF
        );
        return wide > 0 && high > 0 ? (wide, high) : null;
    }
}
