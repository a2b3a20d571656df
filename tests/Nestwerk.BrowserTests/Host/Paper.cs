using System.Diagnostics;
using System.Globalization;
using Nestwerk.Tests.Host;

namespace Nestwerk.BrowserTests.Host;

/// <summary>What comes out of the printer.</summary>
/// <param name="Text">As it stands on the sheets, read from top to bottom; a form feed ends each.</param>
public sealed record Paper(int Sheets, string Text, byte[] Pdf)
{
    internal static async Task<Paper> ReadAsync(byte[] pdf)
    {
        using var folder = new TempFolder();
        var file = folder["page.pdf"];
        await File.WriteAllBytesAsync(file, pdf);
        var info = await RunAsync("pdfinfo", file);
        var sheets = info.Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal));
        return new(
            int.Parse(sheets.Split(':')[1].Trim(), CultureInfo.InvariantCulture),
            await RunAsync("pdftotext", "-layout", file, "-"),
            pdf
        );
    }

    /// <summary>The sheets as a printer without colour lays them down and as one with colour does: whether that is the same.</summary>
    public async Task<bool> IsBlackAndWhiteAsync()
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder["page.pdf"], Pdf);
        await RunAsync("pdftoppm", "-r", "50", folder["page.pdf"], folder["sheet"]);
        var pictures = Directory.GetFiles(Path.GetDirectoryName(folder["sheet"])!, "*.ppm");
        return pictures.Length == Sheets && pictures.All(picture => IsGrey(File.ReadAllBytes(picture)));
    }

    /// <summary>A PPM: three lines of head, then a byte for red, green and blue of each dot.</summary>
    static bool IsGrey(ReadOnlySpan<byte> picture)
    {
        for (var line = 0; line < 3; line++)
            picture = picture[(picture.IndexOf((byte)'\n') + 1)..];
        for (var dot = 0; dot + 2 < picture.Length; dot += 3)
            if (picture[dot] != picture[dot + 1] || picture[dot] != picture[dot + 2])
                return false;
        return true;
    }

    static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true }
        )!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} answered {process.ExitCode}.");
        return text;
    }
}
