using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Nestwerk.Tests.Shared;

namespace Nestwerk.Tests.Files;

/// <summary>Small files of every kind, made by hand, each with something in it that tells who made it.</summary>
static class Made
{
    public const string Secret = "Anneleen, Ninove 50.83 N";

    public static byte[] Png => Pictures.Png("Author", Secret);
    public static byte[] Jpeg => Pictures.Jpeg(Secret);

    public static byte[] WebP(params (string Name, byte[] Data)[] more) =>
        Riff(
            "WEBP",
            [
                ("VP8X", [0x2C, 0, 0, 0, 1, 0, 0, 1, 0, 0]),
                .. more,
                ("VP8L", [0x2F, 1, 0x40, 0, 0, 0, 0, 0]),
                ("EXIF", Text(Secret)),
                ("XMP ", Text(Secret)),
            ]
        );

    public static byte[] Wav =>
        Riff(
            "WAVE",
            ("LIST", Text(Secret)),
            ("fmt ", [1, 0, 1, 0, 0x44, 0xAC, 0, 0, 0x88, 0x58, 1, 0, 2, 0, 16, 0]),
            ("data", new byte[400])
        );

    public static byte[] Mp3
    {
        get
        {
            var frame = new byte[417];
            new byte[] { 0xFF, 0xFB, 0x90, 0x00 }.CopyTo(frame, 0);
            var words = Text(Secret);
            byte[] front = [.. "ID3"u8, 3, 0, 0, 0, 0, 0, (byte)words.Length, .. words];
            return [.. front, .. frame, .. frame, .. frame, .. frame, .. frame, .. "TAG"u8, .. Text(Secret.PadRight(125))];
        }
    }

    public static byte[] M4a(string handler = "soun", string coding = "mp4a") =>
        [
            .. Box("ftyp", Text("M4A \0\0\0\0M4A mp42isom")),
            .. Box(
                "moov",
                Box("mvhd", [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, .. new byte[88]]),
                Box(
                    "trak",
                    Box("tkhd", [0, 0, 0, 7, 1, 2, 3, 4, 5, 6, 7, 8, .. new byte[72]]),
                    Box(
                        "mdia",
                        Box("mdhd", [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, .. new byte[12]]),
                        Box("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, .. Text(handler), .. new byte[12], .. Text(Secret)]),
                        Box("minf", Box("stbl", Box("stsd", [0, 0, 0, 0, 0, 0, 0, 1, .. Box(coding, new byte[28])])))
                    )
                ),
                Box("udta", Box("meta", Text(Secret)))
            ),
            .. Box("mdat", new byte[64]),
        ];

    /// <summary>One empty page. <paramref name="more"/> stands in its catalogue, <paramref name="objects"/> behind the five it has.</summary>
    public static byte[] Pdf(string more = "", params string[] objects)
    {
        var xmp =
            $"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" dc:format=\"{Secret}\"/></rdf:RDF></x:xmpmeta>";
        return Written([
            $"<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R {more} >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
            $"<< /Title ({Secret}) /Author (An \\(de\\) Smet) /Producer <416E6E> /CreationDate (D:20260101) >>",
            $"<< /Type /Metadata /Subtype /XML /Length {xmp.Length} >>\nstream\n{xmp}\nendstream",
            .. objects,
        ]);
    }

    /// <summary>A document with these objects, numbered from one, the fourth of which says who made it.</summary>
    public static byte[] Written(IReadOnlyList<string> objects, string trailer = "")
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 4 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n"
        );
        return Text(file.ToString());
    }

    /// <summary>An object whose data is compressed.</summary>
    public static string Packed(string dictionary, byte[] data)
    {
        using var packed = new MemoryStream();
        using (var writer = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            writer.Write(data);
        return $"<< {dictionary} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream";
    }

    public static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Riff(string kind, params (string Name, byte[] Data)[] chunks)
    {
        byte[] body =
        [
            .. Text(kind),
            .. chunks.SelectMany(chunk =>
                (byte[])[.. Text(chunk.Name), .. Little(chunk.Data.Length), .. chunk.Data, .. new byte[chunk.Data.Length & 1]]
            ),
        ];
        return [.. "RIFF"u8, .. Little(body.Length), .. body];
    }

    static byte[] Little(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }

    static byte[] Box(string name, params byte[][] parts)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, 8 + parts.Sum(part => part.Length));
        return [.. size, .. Text(name), .. parts.SelectMany(part => part)];
    }
}
