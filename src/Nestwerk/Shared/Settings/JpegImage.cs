using System.Buffers.Binary;

namespace Nestwerk.Shared.Settings;

/// <summary>Reads a JPEG (ITU-T T.81) segment by segment, between its scans too, and keeps only what makes the picture.</summary>
static class JpegImage
{
    const int Tiff = 10;

    /// <summary>An Exif block with one entry: which side is up. The side itself follows.</summary>
    static ReadOnlySpan<byte> Sided => "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8;

    /// <summary>Where reading has come, and what was found on the way.</summary>
    sealed class Reading
    {
        public int At = 2;
        public int Side = 1;
        public bool Framed;
        public bool Scanned;
        public MemoryStream Kept { get; } = new();
    }

    public static CleanImage? Clean(ReadOnlySpan<byte> raw, int mostPixels)
    {
        var reading = new Reading();
        while (reading.At + 2 <= raw.Length && raw[reading.At] == 0xFF)
            if (raw[reading.At + 1] == 0xD9)
                return reading is { Framed: true, Scanned: true } ? Finish(reading) : null;
            else if (!Step(reading, raw, mostPixels))
                return null;
        return null;
    }

    static bool Step(Reading reading, ReadOnlySpan<byte> raw, int mostPixels)
    {
        var rest = raw[reading.At..];
        if (rest.Length < 4 || BinaryPrimitives.ReadUInt16BigEndian(rest[2..]) is var length && (length < 2 || length + 2 > rest.Length))
            return false;
        var mark = rest[1];
        var segment = rest[..(length + 2)];
        if (IsFrame(mark) && !Fits(segment, mostPixels))
            return false;
        reading.Framed |= IsFrame(mark);
        reading.Scanned |= mark == 0xDA;
        if (mark == 0xE1 && reading.Side == 1)
            reading.Side = SideUp(segment);
        Keep(reading.Kept, mark, segment);
        var points = mark == 0xDA ? ScanLength(rest[segment.Length..]) : 0;
        reading.Kept.Write(rest.Slice(segment.Length, points));
        reading.At += segment.Length + points;
        return true;
    }

    static CleanImage Finish(Reading reading)
    {
        using var clean = new MemoryStream();
        clean.Write([0xFF, 0xD8]);
        if (reading.Side != 1)
        {
            clean.Write([0xFF, 0xE1, 0, 34]);
            clean.Write(Sided);
            clean.WriteByte((byte)reading.Side);
            clean.Write(new byte[6]);
        }
        reading.Kept.WriteTo(clean);
        clean.Write([0xFF, 0xD9]);
        return new("image/jpeg", clean.ToArray());
    }

    static void Keep(MemoryStream kept, byte mark, ReadOnlySpan<byte> segment)
    {
        if (mark == 0xE0 && segment.Length >= 18 && segment[4..].StartsWith("JFIF\0"u8))
            kept.Write([0xFF, 0xE0, 0, 16, .. segment[4..16], 0, 0]);
        else if (
            IsFrame(mark)
            || mark is 0xC4 or 0xDA or 0xDB or 0xDD
            || (mark == 0xEE && segment.Length == 16 && segment[4..].StartsWith("Adobe"u8))
        )
            kept.Write(segment);
    }

    /// <summary>The points of a scan run until a mark that is neither a stuffed byte nor a restart.</summary>
    static int ScanLength(ReadOnlySpan<byte> raw)
    {
        for (var at = 0; at + 1 < raw.Length; at++)
            if (raw[at] == 0xFF && raw[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
                return at;
        return raw.Length;
    }

    /// <summary>The orientation that a camera wrote down; 1, upright, when it wrote none.</summary>
    static int SideUp(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < Tiff + 8 || !segment[4..].StartsWith("Exif\0\0"u8))
            return 1;
        var tiff = segment[Tiff..];
        var little = tiff.StartsWith("II"u8);
        var first = Long(tiff[4..], little);
        if (first > tiff.Length - 2)
            return 1;
        int count = Short(tiff[(int)first..], little);
        for (var i = 0; i < count && first + 2 + ((i + 1) * 12) <= tiff.Length; i++)
        {
            var entry = tiff.Slice((int)first + 2 + (i * 12), 12);
            if (Short(entry, little) == 0x112 && Short(entry[8..], little) is >= 1 and <= 8 and var side)
                return side;
        }
        return 1;
    }

    static ushort Short(ReadOnlySpan<byte> raw, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(raw) : BinaryPrimitives.ReadUInt16BigEndian(raw);

    static uint Long(ReadOnlySpan<byte> raw, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(raw) : BinaryPrimitives.ReadUInt32BigEndian(raw);

    /// <summary>Start of a frame, whose sizes follow: all C marks but those of tables and of arithmetic coding.</summary>
    static bool IsFrame(byte mark) => mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    static bool Fits(ReadOnlySpan<byte> frame, int most) =>
        frame.Length > 9
        && BinaryPrimitives.ReadUInt16BigEndian(frame[5..]) is > 0 and var high
        && BinaryPrimitives.ReadUInt16BigEndian(frame[7..]) is > 0 and var wide
        && high <= most
        && wide <= most;
}
