using System.Text;
using Nestwerk.Playbook.Files;

namespace Nestwerk.Tests.Files;

/// <summary>What a file is, what is taken out of it, and what is refused: by its content, whatever it is called.</summary>
[Trait("Row", "X")]
public sealed class FileKindsTests
{
    public static TheoryData<string> Kinds => [.. Good.Keys];

    static readonly Dictionary<string, byte[]> Good = new(StringComparer.Ordinal)
    {
        ["image/png"] = Made.Png,
        ["image/jpeg"] = Made.Jpeg,
        ["image/webp"] = Made.WebP(),
        ["application/pdf"] = Made.Pdf(),
        ["audio/mpeg"] = Made.Mp3,
        ["audio/wav"] = Made.Wav,
        ["audio/mp4"] = Made.M4a(),
    };

    static readonly Dictionary<string, (byte[] File, string Problem)> Bad = new(StringComparer.Ordinal)
    {
        ["nothing"] = ([], "empty"),
        ["eleven megabytes"] = (new byte[FileKinds.MostBytes + 1], "large"),
        ["SVG"] = ("<svg onload='alert(1)'/>"u8.ToArray(), "kind"),
        ["HTML"] = ("<!doctype html><script>alert(1)</script>"u8.ToArray(), "kind"),
        ["EICAR"] = (Made.Text(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"), "kind"),
        ["a program"] = ("MZ\u0090\0"u8.ToArray(), "kind"),
        ["GIF"] = ("GIF89a\u0001\0\u0001\0"u8.ToArray(), "kind"),
        ["ZIP"] = ("PK\u0003\u0004"u8.ToArray(), "kind"),
        ["HTML called PDF"] = ("%PDF-<script>alert(1)</script>"u8.ToArray(), "broken"),
        ["PDF cut short"] = (Made.Pdf()[..200], "broken"),
        ["PDF with a script"] = (Made.Pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "active"),
        ["PDF with a hidden script"] = (Made.Pdf("/Names 6 0 R", "<< /S /J#61vaScript /J#53 (x) >>"), "active"),
        ["PDF with a packed script"] = (
            Made.Pdf("", Made.Packed("/Type /ObjStm /N 1 /First 4", "7 0 << /S /JavaScript >>"u8.ToArray())),
            "active"
        ),
        ["PDF with a script in a stream within a stream"] = (
            Made.Pdf("", Made.Packed("/Type /Ob#6aStm /N 1 /First 4", "7 0 << /AA << /O 8 0 R >> >>"u8.ToArray())),
            "active"
        ),
        ["PDF with an object stream that cannot be read"] = (
            Made.Pdf("", "<< /Type /ObjStm /N 1 /First 4 /Filter /LZWDecode /Length 4 >>\nstream\nabcd\nendstream"),
            "active"
        ),
        ["PDF with an object stream behind a predictor"] = (
            Made.Pdf("", Made.Packed("/Type /ObjStm /N 1 /First 4 /DecodeParms << /Predictor 12 >>", "7 0 << >>"u8.ToArray())),
            "active"
        ),
        ["PDF with a file in it"] = (Made.Pdf("", "<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream"), "active"),
        ["PDF that starts a program"] = (Made.Pdf("", "<< /S /Launch /F (cmd.exe) >>"), "active"),
        ["PDF that acts on opening a page"] = (Made.Pdf("/AA << /WC 6 0 R >>"), "active"),
        ["PDF that opens somewhere it does not say"] = (Made.Pdf("/OpenAction 6 0 R", "<< /S /URI /URI (http://x) >>"), "active"),
        ["PDF with a form in XML"] = (Made.Pdf("/AcroForm << /XFA 6 0 R >>"), "active"),
        ["PDF with a film"] = (Made.Pdf("", "<< /Subtype /RichMedia >>"), "active"),
        ["PDF with a password"] = (
            Made.Written(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>", "<< >>", "<< >>"], "/Encrypt 3 0 R"),
            "encrypted"
        ),
        ["PDF that grows without end"] = (Made.Pdf("", Made.Packed("", new byte[20 * 1024 * 1024])), "bomb"),
        ["PDF whose maker is its catalogue"] = (
            Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Made.Pdf()).Replace("/Info 4 0 R", "/Info 1 0 R", StringComparison.Ordinal)),
            "pdfTells"
        ),
        ["PNG far too wide"] = (Tests.Shared.Pictures.Png("a", "b", 100_000), "picture"),
        ["PNG cut short"] = (Made.Png[..40], "picture"),
        ["JPEG cut short"] = (Made.Jpeg[..60], "picture"),
        ["WebP that moves"] = (Made.WebP(("ANIM", new byte[6])), "moving"),
        ["WebP with two pictures"] = (Made.WebP(("VP8L", [0x2F, 1, 0x40, 0, 0, 0, 0, 0])), "broken"),
        ["WebP without a picture"] = (Made.Riff("WEBP", ("EXIF", [1, 2])), "broken"),
        ["WAV without sound"] = (Made.Riff("WAVE", ("data", new byte[4])), "broken"),
        ["WAV of another kind"] = (Made.Riff("WAVE", ("fmt ", new byte[16]), ("data", new byte[4])), "broken"),
        ["MP3 of one frame"] = ([0xFF, 0xFB, 0x90, 0, .. new byte[413]], "broken"),
        ["HTML behind a tag of MP3"] = ([.. "ID3"u8, 3, 0, 0, 0, 0, 0, 0, .. "<script>"u8], "broken"),
        ["M4A with video"] = (Made.M4a("vide", "avc1"), "video"),
        ["M4A that is locked"] = (Made.M4a(coding: "enca"), "broken"),
        ["M4A cut short"] = (Made.M4a()[..^20], "broken"),
    };

    public static TheoryData<string> Refused => [.. Bad.Keys];

    [Theory, MemberData(nameof(Kinds))]
    public void A_file_is_known_by_its_content_and_loses_what_it_tells(string type)
    {
        var clean = FileKinds.Clean(Good[type]);

        Assert.Equal((type, null), (clean.Type, clean.Problem));
        Assert.DoesNotContain("Anneleen", Encoding.Latin1.GetString(clean.Content), StringComparison.Ordinal);
        Assert.True(clean.Content.Length > 20);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void What_is_cleaned_once_stays_as_it_is(string type)
    {
        var once = FileKinds.Clean(Good[type]).Content;

        Assert.Equal(once, FileKinds.Clean(once).Content);
    }

    [Theory, MemberData(nameof(Refused))]
    public void A_damaged_or_hostile_file_is_refused_with_its_reason(string name) =>
        Assert.Equal("file.problem." + Bad[name].Problem, FileKinds.Clean(Bad[name].File).Problem);

    /// <summary>A fixed seed, so that a failure comes back.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void Random_damage_never_breaks_a_reader_and_never_lets_an_act_through(string type)
    {
        var random = new Random(20261122);
        for (var round = 0; round < 2000; round++)
        {
            var bad = Good[type].ToArray();
            for (var change = random.Next(1, 6); change > 0; change--)
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            if (random.Next(4) == 0)
                bad = bad[..random.Next(1, bad.Length)];
            var clean = FileKinds.Clean(bad);
            Assert.True(
                clean.Problem is not null || FileKinds.Clean(clean.Content).Content.AsSpan().SequenceEqual(clean.Content),
                $"round {round}"
            );
            Assert.DoesNotContain("/JavaScript", Encoding.Latin1.GetString(clean.Content), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_document_may_open_at_a_place() => Assert.Null(FileKinds.Clean(Made.Pdf("/OpenAction [3 0 R /XYZ null null 0]")).Problem);

    [Fact]
    public void A_photo_keeps_which_side_is_up_and_nothing_else_of_its_camera()
    {
        byte[] exif =
        [
            .. "Exif\0\0II*\0"u8,
            8,
            0,
            0,
            0,
            2,
            0,
            0x0F,
            1,
            2,
            0,
            4,
            0,
            0,
            0,
            .. "Nik\0"u8,
            0x12,
            1,
            3,
            0,
            1,
            0,
            0,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
        ];
        byte[] photo = [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. Made.Jpeg[2..]];

        var clean = FileKinds.Clean(photo).Content;

        Assert.Equal([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6], clean[22..32]);
        Assert.DoesNotContain("Nik", Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
        Assert.Equal(clean, FileKinds.Clean(clean).Content);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\Users\\an\\kring.PDF", "kring.pdf")]
    [InlineData("ook\u202Efdp.exe", "ook-fdp.pdf")]
    [InlineData("a\0b\r\nSet-Cookie: x.pdf", "a-b--Set-Cookie- x.pdf")]
    [InlineData("été à Liège (2).pdf", "été à Liège (2).pdf")]
    [InlineData("...", "nestwerk.pdf")]
    [InlineData(null, "nestwerk.pdf")]
    public void A_name_is_safe_to_keep_and_stays_so(string? given, string safe)
    {
        Assert.Equal(safe, FileKinds.SafeName(given, "application/pdf"));
        Assert.Equal(safe, FileKinds.SafeName(safe, "application/pdf"));
    }
}
