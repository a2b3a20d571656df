using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Nestwerk.BrowserTests.Host.Chromium))]

namespace Nestwerk.BrowserTests.Host;

/// <summary>The Chromium that is installed on this machine, started by the first test that needs it. None is ever downloaded.</summary>
public sealed class Chromium : IAsyncDisposable
{
    static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    static readonly string? Program = Find(Names);
    static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    readonly SemaphoreSlim one = new(1, 1);
    IPlaywright? playwright;
    IBrowser? browser;

    /// <summary>Why there can be no browser here; null when there can.</summary>
    public static string? Missing { get; } =
        Program is null ? "Chromium is not installed here (Debian: chromium)."
        : Find(["pdfinfo"]) is null ? "pdfinfo is not installed here (Debian: poppler-utils)."
        : null;

    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        await one.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            if (browser is not { IsConnected: true }) // a browser that was killed takes one test with it, not all
                browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
        }
        finally
        {
            one.Release();
        }
        return await browser.NewContextAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        one.Dispose();
    }

    static string? Find(string[] names) =>
        (
            from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            from name in names
            let file = Path.Combine(folder, name)
            where File.Exists(file)
            select file
        ).FirstOrDefault();
}
