using System.Diagnostics;
using System.Text;
using Nestwerk.Playbook.Files;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Files;

/// <summary>Programs of others look at what we cleaned: they find nothing that tells, and nothing broken.</summary>
[Trait("Row", "X")]
public sealed class PeerTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_photo_says_nothing_of_place_or_camera_any_more()
    {
        Need("exiftool");
        Directory.CreateDirectory(folder["in"]);
        await File.WriteAllBytesAsync(folder["in/a.jpg"], FileKinds.Clean(Made.Jpeg).Content, TestContext.Current.CancellationToken);
        await RunAsync(
            "exiftool",
            "-overwrite_original",
            "-GPSLatitude=50.83",
            "-GPSLatitudeRef=N",
            "-Artist=Anneleen",
            "-XMP:Creator=Anneleen",
            "-IPTC:By-line=Anneleen",
            folder["in/a.jpg"]
        );
        var before = await RunAsync("exiftool", "-EXIF:all", "-XMP:all", "-IPTC:all", "-GPS:all", folder["in/a.jpg"]);

        await CleanAsync("in/a.jpg", "in/b.jpg");

        Assert.Contains("Anneleen", before.Text);
        Assert.Contains("GPS", before.Text);
        Assert.Equal("", (await RunAsync("exiftool", "-EXIF:all", "-XMP:all", "-IPTC:all", "-GPS:all", folder["in/b.jpg"])).Text);
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("generate")]
    public async Task A_document_says_nothing_of_its_maker_and_is_still_whole(string packed)
    {
        Need("qpdf");
        Need("pdfinfo");
        Directory.CreateDirectory(folder["in"]);
        await File.WriteAllBytesAsync(folder["in/plain.pdf"], Made.Pdf(), TestContext.Current.CancellationToken);
        await RunAsync("qpdf", $"--object-streams={packed}", "--compress-streams=y", folder["in/plain.pdf"], folder["in/a.pdf"]);
        var before = await RunAsync("pdfinfo", folder["in/a.pdf"]);

        await CleanAsync("in/a.pdf", "in/b.pdf");
        var after = await RunAsync("pdfinfo", folder["in/b.pdf"]);
        var check = await RunAsync("qpdf", "--check", folder["in/b.pdf"]);
        var unpacked = await RunAsync("qpdf", "--qdf", "--object-streams=disable", folder["in/b.pdf"], "-");

        Assert.Contains("Anneleen", before.Text);
        Assert.DoesNotContain("Anneleen", after.Text);
        Assert.DoesNotContain("Title:", after.Text);
        Assert.DoesNotContain("Author:", after.Text);
        Assert.Contains("Pages:", after.Text);
        Assert.Matches("Metadata Stream: +no", after.Text);
        Assert.Equal(0, check.Code);
        Assert.DoesNotContain("Anneleen", unpacked.Text);
    }

    async Task CleanAsync(string from, string to)
    {
        var clean = FileKinds.Clean(await File.ReadAllBytesAsync(folder[from], TestContext.Current.CancellationToken));
        Assert.Null(clean.Problem);
        await File.WriteAllBytesAsync(folder[to], clean.Content, TestContext.Current.CancellationToken);
    }

    static void Need(string program) => Installed.Require(program, IsThere(program) ? null : $"{program} is not installed.");

    static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(path => File.Exists(Path.Combine(path, program)));

    static async Task<(string Text, int Code)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.Latin1,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await errors;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (text, process.ExitCode);
    }
}
