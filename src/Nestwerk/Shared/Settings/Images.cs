using System.Buffers.Binary;
using System.Text;

namespace Nestwerk.Shared.Settings;

/// <summary>A picture as we keep it: what it shows and nothing else.</summary>
public sealed record CleanImage(string Type, byte[] Content);

/// <summary>
/// Reads PNG (ISO/IEC 15948) and JPEG (ITU-T T.81) by their content, never by their name, and writes them anew without what does not
/// belong to the picture: place, camera, author, comments, and whatever was hung on behind.
/// </summary>
public static class Images
{
    public const int MostBytes = 1024 * 1024;
    public const int MostPixels = 4000;

    static readonly byte[] PngStart = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    static readonly byte[] JpegEnd = [0xFF, 0xD9];
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

    /// <returns>Null when it is neither, is broken, or is larger than a page can use.</returns>
    public static CleanImage? Clean(ReadOnlySpan<byte> raw) =>
        raw.Length > MostBytes ? null
        : raw.StartsWith(PngStart) ? Png(raw)
        : raw is [0xFF, 0xD8, ..] ? Jpeg(raw)
        : null;

    static CleanImage? Png(ReadOnlySpan<byte> raw)
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
            if (
                isFirst != (type == "IHDR")
                || (isFirst && chunk.Length < 25)
                || (isFirst && !Fits(BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..])))
            )
                return null;
            if (PngKept.Contains(type))
                clean.Write(chunk);
            if (type == "IEND")
                return new("image/png", clean.ToArray());
            at += chunk.Length;
        }
        return null;
    }

    static CleanImage? Jpeg(ReadOnlySpan<byte> raw)
    {
        using var clean = new MemoryStream();
        clean.Write(raw[..2]);
        var fits = false;
        for (var at = 2; at + 4 <= raw.Length && raw[at] == 0xFF; )
        {
            var (mark, length) = (raw[at + 1], BinaryPrimitives.ReadUInt16BigEndian(raw[(at + 2)..]));
            if (length < 2 || length + 2 > raw.Length - at)
                return null;
            var segment = raw.Slice(at, length + 2);
            if (IsFrame(mark))
                fits =
                    segment.Length > 9
                    && Fits(BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[7..]));
            if (IsKept(mark))
                clean.Write(segment);
            if (mark == 0xDA)
                return fits ? Finish(clean, raw[(at + segment.Length)..]) : null;
            at += segment.Length;
        }
        return null;
    }

    /// <summary>The picture itself runs until its end mark; what stands behind it is left out.</summary>
    static CleanImage? Finish(MemoryStream clean, ReadOnlySpan<byte> scans)
    {
        var end = scans.IndexOf(JpegEnd);
        if (end < 0)
            return null;
        clean.Write(scans[..(end + 2)]);
        return new("image/jpeg", clean.ToArray());
    }

    /// <summary>Start of a frame, whose sizes follow: all C marks but those of tables and of arithmetic coding.</summary>
    static bool IsFrame(byte mark) => mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Tables, frames, scans, restart intervals, and the two application marks that say how to read colours.</summary>
    static bool IsKept(byte mark) => IsFrame(mark) || mark is 0xC4 or 0xDA or 0xDB or 0xDD or 0xE0 or 0xEE;

    static bool Fits(uint one, uint other) => one is > 0 and <= MostPixels && other is > 0 and <= MostPixels;
}
