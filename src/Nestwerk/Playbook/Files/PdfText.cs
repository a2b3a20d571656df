using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace Nestwerk.Playbook.Files;

/// <summary>The smallest parts of a PDF (ISO 32000): its names, its streams, its numbers. Reads bytes as they stand, whatever hides between them.</summary>
static class PdfText
{
    public const int MostInflated = 16 * 1024 * 1024;
    const int MostStreams = 20_000;

    /// <summary>How many times over the streams of a document may cover it: each is read with its dictionary, so that costs as much.</summary>
    const long MostCovered = 4;
    const int LongestName = 127;
    static readonly byte[] NoLongName = "()<>[]{}/% \t\r\n\f\0"u8.ToArray();

    /// <summary>A stream: where its dictionary, its data and its end stand.</summary>
    public sealed record Stream(int Dictionary, int Start, int End);

    /// <summary>Every name, with escapes such as <c>#4A</c> read, and where what follows it begins.</summary>
    public static IEnumerable<(string Name, int From, int After)> Names(byte[] text, int from, int to)
    {
        for (var at = from; (at = Array.IndexOf(text, (byte)'/', at, to - at)) >= 0; )
        {
            var end = at + 1;
            while (end < to && end - at <= LongestName && Array.IndexOf(NoLongName, text[end]) < 0)
                end++;
            if (end > at + 1)
                yield return (Read(text.AsSpan(at + 1, end - at - 1)), at, end);
            at = end;
        }
    }

    static string Read(ReadOnlySpan<byte> name)
    {
        var read = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
            if (
                name[i] == '#'
                && i + 2 < name.Length
                && Utf8Parser.TryParse(name.Slice(i + 1, 2), out byte letter, out var used, 'X')
                && used == 2
            )
                (_, i) = (read.Append((char)letter), i + 2);
            else
                read.Append((char)name[i]);
        return read.ToString();
    }

    /// <summary>Everything that could be taken for a stream, also where it stands inside something else.</summary>
    /// <returns>Null when there are more than any document needs.</returns>
    public static IReadOnlyList<Stream>? Streams(byte[] file)
    {
        var found = new List<Stream>();
        var covered = 0L;
        for (var at = 0; Find(file, "stream"u8, at, file.Length) is >= 0 and var word; at = word + 6)
        {
            if (word >= 3 && file.AsSpan(word - 3, 3).SequenceEqual("end"u8))
                continue;
            var start = word + 6 < file.Length && file[word + 6] == '\r' ? word + 7 : word + 6;
            start += start < file.Length && file[start] == '\n' ? 1 : 0;
            if (start == word + 6)
                continue;
            var end = Find(file, "endstream"u8, start, file.Length);
            var stream = new Stream(Math.Max(0, file.AsSpan(0, word).LastIndexOf("obj"u8)), start, end < 0 ? file.Length : end);
            covered += stream.End - stream.Dictionary;
            if (found.Count == MostStreams || covered > MostCovered * file.Length)
                return null;
            found.Add(stream);
        }
        return found;
    }

    public static int Find(byte[] text, ReadOnlySpan<byte> word, int from, int to)
    {
        var at = from < to ? text.AsSpan(from, to - from).IndexOf(word) : -1;
        return at < 0 ? -1 : from + at;
    }

    /// <returns>What was compressed; null when it is not, or when it is broken before the first byte.</returns>
    /// <exception cref="PdfBombException">It grows far beyond what a document needs.</exception>
    public static byte[]? Inflate(byte[] file, Stream stream)
    {
        var data = file.AsSpan(stream.Start, stream.End - stream.Start);
        if (data.Length < 6 || (data[0] & 0x0F) != 8 || ((data[0] << 8) | data[1]) % 31 != 0)
            return null;
        using var inflated = new MemoryStream();
        try
        {
            using var reader = new ZLibStream(new MemoryStream(file, stream.Start, data.Length), CompressionMode.Decompress);
            var buffer = new byte[16 * 1024];
            while (reader.Read(buffer) is > 0 and var count)
            {
                inflated.Write(buffer, 0, count);
                if (inflated.Length > MostInflated)
                    throw new PdfBombException();
            }
        }
        catch (InvalidDataException)
        {
            // What could be read is looked at: a reader would show that much too.
        }
        return inflated.Length == 0 ? null : inflated.ToArray();
    }

    /// <summary>Writes a stream anew in the room it has.</summary>
    /// <returns>False, and nothing written, when it does not fit.</returns>
    public static bool Deflate(byte[] file, Stream stream, byte[] content)
    {
        using var deflated = new MemoryStream();
        using (var writer = new ZLibStream(deflated, CompressionLevel.SmallestSize, leaveOpen: true))
            writer.Write(content);
        var end = stream.End;
        while (end > stream.Start && end > stream.End - 2 && file[end - 1] is (byte)'\r' or (byte)'\n')
            end--;
        if (deflated.Length > end - stream.Start)
            return false;
        file.AsSpan(stream.Start, end - stream.Start).Clear();
        deflated.ToArray().CopyTo(file, stream.Start);
        return true;
    }

    /// <summary>The whole numbers that begin here, as many as are asked for; null when they are not there.</summary>
    public static int[]? Numbers(byte[] text, int at, int count)
    {
        var numbers = new int[count];
        for (var i = 0; i < count; i++)
        {
            while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f' or 0)
                at++;
            if (at >= text.Length || !Utf8Parser.TryParse(text.AsSpan(at), out int number, out var used) || number < 0)
                return null;
            (numbers[i], at) = (number, at + used);
        }
        return numbers;
    }
}

/// <summary>A stream that is small in the file and enormous in memory.</summary>
sealed class PdfBombException() : Exception("A stream of this document grows without end.");
