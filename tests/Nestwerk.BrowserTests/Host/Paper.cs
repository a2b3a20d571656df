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
