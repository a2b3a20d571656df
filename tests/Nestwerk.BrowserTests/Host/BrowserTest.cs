using Nestwerk.Tests.Host;

namespace Nestwerk.BrowserTests.Host;

/// <summary>Base of every test in a real browser.</summary>
public abstract class BrowserTest
{
    readonly DemoHost demo;
    readonly Chromium chromium;

    protected BrowserTest(DemoHost demo, Chromium chromium)
    {
        Installed.Require("chromium", Chromium.Missing);
        (this.demo, this.chromium) = (demo, chromium);
    }

    protected IServiceProvider Services => demo.Services;

    /// <summary>A window of its own: no cookie of another test is in it. Dispose it.</summary>
    protected Task<Window> OpenAsync(Look? look = null) => OpenAtAsync(demo.Address, look);

    /// <summary>The same, at another house.</summary>
    protected Task<Window> OpenAtAsync(string address, Look? look = null) => Window.OpenAsync(chromium, address, look ?? new());
}

/// <summary>How somebody looks at the pages.</summary>
/// <param name="Width">320 is a small phone, 390 a phone, 1280 a desk.</param>
public sealed record Look(int Width = 1280, bool Dark = false, string Language = "nl", bool Script = true)
{
    public const int SmallPhone = 320;
    public const int Phone = 390;
    public const int Desk = 1280;

    /// <summary>Small phone and desk, light and dark, Dutch and French: where axe must find nothing.</summary>
    public static TheoryData<Look> Matrix()
    {
        var data = new TheoryData<Look>();
        foreach (var width in new[] { SmallPhone, Desk })
        foreach (var dark in new[] { false, true })
        foreach (var language in new[] { "nl", "fr" })
            data.Add(new Look(width, dark, language));
        return data;
    }
}
