namespace Nestwerk.Playbook.Files;

/// <summary>
/// Reads a PDF for what it could do and for what it tells. It may hold pages and nothing that acts, whether it stands openly, behind
/// an escape or in a compressed object stream; who made it and with what is wiped out in place, so that all its addresses stay right.
/// </summary>
static class PdfFile
{
    const int TailBytes = 1024;
    const long MostInflatedInAll = 96L * 1024 * 1024;

    /// <summary>What pages hold grows so many times at most; a little document may have a little more.</summary>
    const long MostGrowth = 100;
    const long SmallInflated = 1024 * 1024;

    /// <summary>What makes a document do something, or carry another file.</summary>
    static readonly HashSet<string> Acting = new(
        "JavaScript Launch EmbeddedFile EmbeddedFiles RichMedia XFA SubmitForm ImportData Rendition GoToE Movie Sound".Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>As above, and too short to be looked for among the bytes of a picture.</summary>
    static readonly HashSet<string> ActingShort = new(StringComparer.Ordinal) { "JS", "AA" };

    /// <summary>Ways to write a stream in which an object could hide from us.</summary>
    static readonly HashSet<string> Hiding = new(
        "LZWDecode ASCIIHexDecode ASCII85Decode RunLengthDecode Crypt".Split(' '),
        StringComparer.Ordinal
    );

    public static Cleaned Clean(byte[] raw)
    {
        if (!raw.AsSpan().StartsWith("%PDF-1."u8) && !raw.AsSpan().StartsWith("%PDF-2."u8))
            return Cleaned.Broken;
        var tail = raw.AsSpan(Math.Max(0, raw.Length - TailBytes));
        var mark = tail.LastIndexOf("%%EOF"u8);
        if (mark < 0 || raw.AsSpan().IndexOf("startxref"u8) < 0)
            return Cleaned.Broken;
        byte[] file = [.. raw.AsSpan(0, raw.Length - tail.Length + mark + 5), (byte)'\n'];
        if (PdfText.Streams(file) is not { } streams)
            return Cleaned.Broken;
        try
        {
            return Look(file, streams) is { } problem ? Cleaned.Refused(problem)
                : PdfMetadata.Wipe(file, streams) ? Cleaned.As(FileKinds.Pdf, file)
                : Cleaned.Refused("file.problem.pdfTells");
        }
        catch (PdfBombException)
        {
            return Cleaned.Refused("file.problem.bomb");
        }
    }

    /// <returns>Why it is refused; null when it only shows pages.</returns>
    static string? Look(byte[] file, IReadOnlyList<PdfText.Stream> streams)
    {
        var (packed, hides) = (0, false);
        foreach (var (name, _, after) in PdfText.Names(file, 0, file.Length))
        {
            if (Acts(name, file, after))
                return "file.problem.active";
            if (name == "Encrypt")
                return "file.problem.encrypted";
            packed += name == "ObjStm" ? 1 : 0;
            hides |= Hiding.Contains(name);
        }
        return packed > 0 && hides ? "file.problem.active" : LookBetween(file, streams) ?? LookInside(file, streams, packed);
    }

    static bool Acts(string name, byte[] text, int after) => Acting.Contains(name) || (name == "OpenAction" && !IsPlace(text, after));

    /// <summary>A document may open at a place: that is a list. Anything else could be an act.</summary>
    static bool IsPlace(byte[] text, int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\r' or (byte)'\n')
            at++;
        return at < text.Length && text[at] == '[';
    }

    static string? LookBetween(byte[] file, IReadOnlyList<PdfText.Stream> streams)
    {
        var from = 0;
        foreach (var (start, end) in streams.Select(stream => (stream.Start, stream.End)).Append((file.Length, file.Length)))
        {
            if (start > from && PdfText.Names(file, from, start).Any(each => ActingShort.Contains(each.Name)))
                return "file.problem.active";
            from = Math.Max(from, end);
        }
        return null;
    }

    /// <summary>Every object stream must be one that we can read: a reader of documents may understand more than we do.</summary>
    static string? LookInside(byte[] file, IReadOnlyList<PdfText.Stream> streams, int packed)
    {
        var (inflated, most) = (0L, Math.Min(MostInflatedInAll, SmallInflated + (MostGrowth * file.Length)));
        foreach (var stream in streams)
        {
            var text = PdfText.Inflate(file, stream);
            var isPacked = PdfMetadata.Has(file, stream, "ObjStm");
            if (
                isPacked
                && (
                    PdfMetadata.Has(file, stream, "Predictor")
                    || !IsOrdered(text ?? file.AsSpan(stream.Start, stream.End - stream.Start).ToArray())
                )
            )
                return "file.problem.active";
            packed -= isPacked ? 1 : 0;
            if (text is null)
                continue;
            if ((inflated += text.Length) > most)
                throw new PdfBombException();
            foreach (var (name, _, after) in PdfText.Names(text, 0, text.Length))
                if (isPacked ? Acts(name, text, after) || ActingShort.Contains(name) : Acting.Contains(name))
                    return "file.problem.active";
        }
        return packed == 0 ? null : "file.problem.active";
    }

    /// <summary>An object stream begins with the numbers and places of its objects.</summary>
    static bool IsOrdered(byte[] text) => PdfText.Numbers(text, 0, 2) is not null;
}
