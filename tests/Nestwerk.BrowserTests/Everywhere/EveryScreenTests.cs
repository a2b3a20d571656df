using Microsoft.Playwright;
using Nestwerk.BrowserTests.Host;
using Nestwerk.Playbook;

namespace Nestwerk.BrowserTests.Everywhere;

/// <summary>
/// Every screen, light and dark, on a small phone and at a desk: axe finds nothing, nothing must be scrolled sideways,
/// and the browser has nothing to complain of. One class for each language, so that they run side by side; English, which nobody here works
/// in, only by day on the phone, where words run out of room first.
/// </summary>
public abstract class EveryScreenTests(DemoHost demo, Chromium chromium, Windows windows, string language) : BrowserTest(demo, chromium)
{
    /// <summary>At night only the colours change.</summary>
    static readonly string[] AboutColour = ["color-contrast", "link-in-text-block"];

    static readonly (int Width, ColorScheme Scheme)[] Looks =
    [
        (Look.SmallPhone, ColorScheme.Light),
        (Look.SmallPhone, ColorScheme.Dark),
        (Look.Desk, ColorScheme.Light),
        (Look.Desk, ColorScheme.Dark),
    ];

    /// <summary>Where a picture of every screen is kept, for eyes; null keeps none.</summary>
    static readonly string? Album = Environment.GetEnvironmentVariable("NESTWERK_PICTURES");

    public static TheoryData<string> Names => [.. Screen.All.Select(screen => screen.Name)];

    [Theory, Trait("Row", "X"), MemberData(nameof(Names))]
    public async Task Shuts_nobody_out(string name)
    {
        var screen = Screen.All.Single(each => each.Name == name);
        var window = await windows.OfAsync(screen.Who, () => OpenAsync(new(Look.SmallPhone, Language: language)));
        var plan = await Meetings.BeginAsync(Services, screen.Meeting?.Invoke() ?? new(), screen.Blocks?.Invoke() ?? []);
        await window.GoAsync(screen.PathIn(language, plan));
        if (screen.Prepare is { } prepare)
            await prepare(window.Page);

        foreach (var (width, scheme) in language == "en" ? Looks[..1] : Looks)
        {
            await window.Page.SetViewportSizeAsync(width, 900);
            await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await window.CheckAccessibilityAsync(scheme == ColorScheme.Dark ? AboutColour : []);
            await window.CheckFitsAsync();
            if (Album is not null)
                await window.KeepAsync(Path.Combine(Album, $"{name.Replace('/', ' ')} {language} {width} {scheme}.png"));
        }

        Assert.StartsWith(language, await window.Page.Locator("html").GetAttributeAsync("lang"), StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
        if (screen.Changes)
            await windows.CloseAsync(screen.Who);
    }
}

public sealed class EveryScreenInDutchTests(DemoHost demo, Chromium chromium, Windows windows)
    : EveryScreenTests(demo, chromium, windows, "nl"),
        IClassFixture<Windows>;

public sealed class EveryScreenInFrenchTests(DemoHost demo, Chromium chromium, Windows windows)
    : EveryScreenTests(demo, chromium, windows, "fr"),
        IClassFixture<Windows>;

public sealed class EveryScreenInEnglishTests(DemoHost demo, Chromium chromium, Windows windows)
    : EveryScreenTests(demo, chromium, windows, "en"),
        IClassFixture<Windows>;
