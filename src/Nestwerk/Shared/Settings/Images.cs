using System.Buffers.Binary;
using System.Text;

namespace Nestwerk.Shared.Settings;

/// <summary>A picture as we keep it: what it shows and nothing else.</summary>
public sealed record CleanImage(string Type, byte[] Content);

/// <summary>
/// Reads PNG (ISO/IEC 15948) and JPEG (ITU-T T.81) by their content, never by their name, and writes them anew without what does not
/// belong to the picture: place, camera, author, comments, and whatever was hung on behind. Of a JPEG it keeps which side is up.
/// </summary>
public static class Images
{
    public const int MostBytes = 1024 * 1024;
    public const int MostPixels = 4000;

    static readonly byte[] PngStart = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    static readonly HashSet<string> PngKept = new(StringComparer.Ordinal)
    {
        "IHDR",
        "PLTE",
        "tRNS",
        "IDAT",
        "IEND",
        "gAMA",
        "cHRM",
        "sRGB",
    };

    /// <param name="raw">The file.</param>
    /// <param name="mostBytes">How large the file may be.</param>
    /// <param name="mostPixels">How wide and how high the picture may be.</param>
    /// <returns>Null when it is neither, is broken, or is larger than it may be.</returns>
    public static CleanImage? Clean(ReadOnlySpan<byte> raw, int mostBytes = MostBytes, int mostPixels = MostPixels) =>
        raw.Length > mostBytes ? null
        : raw.StartsWith(PngStart) ? Png(raw, mostPixels)
        : raw is [0xFF, 0xD8, ..] ? JpegImage.Clean(raw, mostPixels)
        : null;

    static CleanImage? Png(ReadOnlySpan<byte> raw, int mostPixels)
    {
        using var clean = new MemoryStream();
        clean.Write(PngStart);
        for (var at = PngStart.Length; at + 12 <= raw.Length; )
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(raw[at..]);
            if (length > raw.Length - at - 12)
                return null;
            var chunk = raw.Slice(at, (int)length + 12);
            var type = Encoding.ASCII.GetString(chunk[4..8]);
            var isFirst = at == PngStart.Length;
            if (isFirst != (type == "IHDR") || (isFirst && !Fits(chunk, mostPixels)))
                return null;
            if (PngKept.Contains(type))
                clean.Write(chunk);
            if (type == "IEND")
                return new("image/png", clean.ToArray());
            at += chunk.Length;
        }
        return null;
    }

    static bool Fits(ReadOnlySpan<byte> header, int most) =>
        header.Length >= 25
        && BinaryPrimitives.ReadUInt32BigEndian(header[8..]) is var wide and > 0
        && BinaryPrimitives.ReadUInt32BigEndian(header[12..]) is var high and > 0
        && wide <= most
        && high <= most;
}
