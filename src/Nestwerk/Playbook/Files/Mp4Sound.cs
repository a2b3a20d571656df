using System.Buffers.Binary;
using System.Text;

namespace Nestwerk.Playbook.Files;

/// <summary>
/// Reads a sound in an MP4 (ISO/IEC 14496-12 and -14). What is not needed to hear it becomes empty room of the same length,
/// so that every address in the file stays right.
/// </summary>
static class Mp4Sound
{
    const int MostBoxes = 5000;
    const int Deepest = 8;

    static readonly HashSet<string> Brands = new(StringComparer.Ordinal)
    {
        "M4A ",
        "M4B ",
        "mp41",
        "mp42",
        "isom",
        "iso2",
        "iso5",
        "iso6",
        "dash",
    };
    static readonly HashSet<string> Holders = new(StringComparer.Ordinal) { "moov", "trak", "edts", "mdia", "minf", "dinf", "stbl" };
    static readonly HashSet<string> Kept = new(
        "ftyp mdat mvhd tkhd elst mdhd hdlr smhd dref stsd stts stsc stsz stz2 stco co64 ctts sgpd sbgp".Split(' '),
        StringComparer.Ordinal
    );

    sealed class Reading(byte[] file)
    {
        public byte[] File => file;
        public int Boxes;
        public HashSet<string> Handlers { get; } = new(StringComparer.Ordinal);
        public HashSet<string> Codings { get; } = new(StringComparer.Ordinal);
        public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);
    }

    public static Cleaned Clean(byte[] raw)
    {
        var reading = new Reading([.. raw]);
        if (raw.Length < 16 || !Brands.Contains(Encoding.Latin1.GetString(raw, 8, 4)) || !Walk(reading, 0, raw.Length, 0))
            return Cleaned.Broken;
        if (reading.Handlers.Any(handler => handler != "soun"))
            return Cleaned.Refused("file.problem.video");
        var isSound = reading.Handlers.Count == 1 && reading.Codings.Count > 0 && reading.Codings.All(coding => coding is "mp4a" or "alac");
        return isSound && reading.Seen.Contains("mdat") ? Cleaned.As(FileKinds.M4a, reading.File) : Cleaned.Broken;
    }

    static bool Walk(Reading reading, int from, int to, int depth)
    {
        for (var at = from; at < to; )
        {
            if (to - at < 8 || ++reading.Boxes > MostBoxes || depth > Deepest)
                return false;
            long size = BinaryPrimitives.ReadUInt32BigEndian(reading.File.AsSpan(at));
            var name = Encoding.Latin1.GetString(reading.File, at + 4, 4);
            if (size < 8 || size > to - at || name is "moof" or "mfra" || (name == "ftyp") != (at == 0))
                return false;
            reading.Seen.Add(name);
            if (Holders.Contains(name) ? !Walk(reading, at + 8, at + (int)size, depth + 1) : !Look(reading, name, at, (int)size))
                return false;
            at += (int)size;
        }
        return true;
    }

    static bool Look(Reading reading, string name, int at, int size)
    {
        var body = reading.File.AsSpan(at + 8, size - 8);
        if (!Kept.Contains(name))
        {
            "free"u8.CopyTo(reading.File.AsSpan(at + 4));
            body.Clear();
        }
        else if (name == "hdlr")
        {
            if (body.Length < 24)
                return false;
            reading.Handlers.Add(Encoding.Latin1.GetString(body[8..12]));
            body[24..].Clear();
        }
        else if (name == "stsd")
            return Codings(reading, body);
        else if (name is "mvhd" or "tkhd" or "mdhd")
            return Undated(body);
        return true;
    }

    static bool Codings(Reading reading, ReadOnlySpan<byte> body)
    {
        if (body.Length < 16)
            return false;
        for (var at = 8; at < body.Length; )
        {
            if (
                body.Length - at < 8
                || BinaryPrimitives.ReadUInt32BigEndian(body[at..]) is var size && (size < 8 || size > body.Length - at)
            )
                return false;
            reading.Codings.Add(Encoding.Latin1.GetString(body.Slice(at + 4, 4)));
            at += (int)size;
        }
        return true;
    }

    /// <summary>Takes out when it was made and changed.</summary>
    static bool Undated(Span<byte> body)
    {
        if (body.Length < 20 || body[0] > 1)
            return false;
        body.Slice(4, body[0] == 1 ? 16 : 8).Clear();
        return true;
    }
}
