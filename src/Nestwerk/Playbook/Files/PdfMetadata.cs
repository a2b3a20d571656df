namespace Nestwerk.Playbook.Files;

/// <summary>Wipes out of a PDF who made it, when, and with what: the Info dictionary, XMP, and what cameras wrote in its pictures.</summary>
static class PdfMetadata
{
    const byte Space = (byte)' ';

    /// <summary>A document says in one place who made it. More places than this only cost time.</summary>
    const int MostAbout = 16;

    /// <summary>How many times one object may stand in a document that was changed later.</summary>
    const int MostTimes = 32;
    static readonly System.Buffers.SearchValues<byte> InReference = System.Buffers.SearchValues.Create(" \t\r\n0123456789"u8);

    /// <returns>False when something that tells could not be taken out.</returns>
    public static bool Wipe(byte[] file, IReadOnlyList<PdfText.Stream> streams)
    {
        foreach (var stream in streams)
            if (Has(file, stream, "Metadata") || Has(file, stream, "XML"))
                Empty(file, stream);
            else
                Pictures(file.AsSpan(stream.Start, stream.End - stream.Start));
        var about = References(file, "Info").Take(MostAbout + 1).ToList();
        if (about.Count > MostAbout || !about.All(number => InfoIsGone(file, streams, number)))
            return false;
        foreach (var (from, to) in Places(file, "Info").Concat(Places(file, "Metadata")).ToList())
            file.AsSpan(from, to - from).Fill(Space);
        foreach (var stream in streams.Where(stream => Has(file, stream, "ObjStm")))
            Unlink(file, stream);
        return true;
    }

    public static bool Has(byte[] file, PdfText.Stream stream, string name) =>
        PdfText.Names(file, stream.Dictionary, stream.Start).Any(each => each.Name == name);

    static void Empty(byte[] file, PdfText.Stream stream)
    {
        if (PdfText.Inflate(file, stream) is not null)
            PdfText.Deflate(file, stream, []);
        else
            file.AsSpan(stream.Start, stream.End - stream.Start).Fill(Space);
        if (stream.End > stream.Start)
            file[stream.End - 1] = (byte)'\n';
    }

    /// <summary>In a JPEG: empties Exif, XMP, IPTC and comments, each in its room.</summary>
    static void Pictures(Span<byte> data)
    {
        for (
            var at = data.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? 2 : data.Length;
            at + 4 <= data.Length && data[at] == 0xFF && data[at + 1] != 0xDA;

        )
        {
            var length = (data[at + 2] << 8) | data[at + 3];
            if (length < 2 || length + 2 > data.Length - at)
                return;
            if (data[at + 1] is 0xE1 or 0xED or 0xFE)
                data.Slice(at + 4, length - 2).Clear();
            at += length + 2;
        }
    }

    static IEnumerable<int> References(byte[] text, string name) =>
        PdfText
            .Names(text, 0, text.Length)
            .Where(each => each.Name == name && Reference(text, each.After) > 0)
            .Select(each => PdfText.Numbers(text, each.After, 1)![0])
            .Distinct();

    /// <summary>Where a name and the reference behind it stand.</summary>
    static IEnumerable<(int From, int To)> Places(byte[] text, string name) =>
        from each in PdfText.Names(text, 0, text.Length)
        where each.Name == name
        let end = Reference(text, each.After)
        where end > 0
        select (each.From, end);

    /// <returns>Where a reference such as <c>12 0 R</c> that begins here ends; 0 when none begins.</returns>
    static int Reference(byte[] text, int at)
    {
        if (PdfText.Numbers(text, at, 2) is null)
            return 0;
        var end = PdfText.Find(text, "R"u8, at, Math.Min(text.Length, at + 24));
        return end >= 0 && !text.AsSpan(at, end - at).ContainsAnyExcept(InReference) ? end + 1 : 0;
    }

    static bool InfoIsGone(byte[] file, IReadOnlyList<PdfText.Stream> streams, int number)
    {
        var gone = false;
        var places = Objects(file, number).Take(MostTimes + 1).ToList();
        if (places.Count > MostTimes)
            return false;
        foreach (var at in places)
        {
            var end = PdfText.Find(file, "endobj"u8, at, file.Length);
            gone = end > at && Blank(file, at, end);
            if (!gone)
                return false;
        }
        foreach (var stream in streams.Where(stream => Has(file, stream, "ObjStm")))
            if (PdfText.Inflate(file, stream) is { } text && Packed(file, stream, text, number) is { } place)
            {
                gone = Blank(text, place.From, place.To) && PdfText.Deflate(file, stream, text);
                if (!gone)
                    return false;
            }
        return true;
    }

    /// <summary>Where the objects of this number begin: there are more when the document was changed later.</summary>
    static IEnumerable<int> Objects(byte[] file, int number)
    {
        var mark = System.Text.Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number} 0 obj"));
        for (var at = 0; PdfText.Find(file, mark, at, file.Length) is >= 0 and var found; at = found + mark.Length)
            if (found == 0 || !char.IsAsciiDigit((char)file[found - 1]))
                yield return found + mark.Length;
    }

    static (int From, int To)? Packed(byte[] file, PdfText.Stream stream, byte[] text, int number)
    {
        var first = Number(file, stream, "First");
        var count = Number(file, stream, "N");
        if (
            first is not { } start
            || count is not (> 0 and <= 10_000 and var objects)
            || PdfText.Numbers(text, 0, objects * 2) is not { } table
        )
            return null;
        for (var i = 0; i < objects; i++)
            if (table[i * 2] == number)
            {
                var from = (long)start + table[(i * 2) + 1];
                var to = i + 1 < objects ? (long)start + table[(i * 2) + 3] : text.Length;
                return from < to && to <= text.Length ? ((int)from, (int)to) : null;
            }
        return null;
    }

    static int? Number(byte[] file, PdfText.Stream stream, string name) =>
        PdfText
            .Names(file, stream.Dictionary, stream.Start)
            .Where(each => each.Name == name)
            .Select(each => PdfText.Numbers(file, each.After, 1)?[0])
            .FirstOrDefault();

    /// <summary>Empties a dictionary. What says of itself that it is a part of the document is none that only tells.</summary>
    static bool Blank(byte[] text, int from, int to)
    {
        var open = PdfText.Find(text, "<<"u8, from, to);
        var close = open < 0 ? -1 : text.AsSpan(from, to - from).LastIndexOf(">>"u8) + from;
        if (open < 0 || close < open + 2 || PdfText.Names(text, open, close).Any(each => each.Name is "Type" or "Pages" or "Kids"))
            return false;
        text.AsSpan(open + 2, close - open - 2).Fill(Space);
        return true;
    }

    static void Unlink(byte[] file, PdfText.Stream stream)
    {
        if (PdfText.Inflate(file, stream) is not { } text || Places(text, "Metadata").ToList() is not { Count: > 0 } places)
            return;
        foreach (var (from, to) in places)
            text.AsSpan(from, to - from).Fill(Space);
        PdfText.Deflate(file, stream, text); // When it does not fit, the reference leads to what was emptied already.
    }
}
