using Microsoft.Playwright;
using Nestwerk.BrowserTests.Host;
using Nestwerk.Playbook;

namespace Nestwerk.BrowserTests.Compose;

public sealed class ComfortTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    const string Moving = """
        () => [...document.querySelectorAll("*")]
          .map(element => [element, getComputedStyle(element)])
          .filter(([, style]) => !/^0s(, 0s)*$/.test(style.transitionDuration) || style.animationName !== "none")
          .map(([element]) => element.outerHTML.slice(0, 80))
        """;

    /// <summary>Text that is cut off, or that lies on other text in the same row.</summary>
    const string CutOff = """
        () => [...document.querySelectorAll("main *")]
          .filter(element => element.childElementCount === 0 && element.textContent.trim() && !element.closest(".vh, svg, option"))
          .filter(element => {
            for (let box = element; box.tagName !== "MAIN"; box = box.parentElement) {
              const style = getComputedStyle(box);
              const scrolls = [style.overflowX, style.overflowY].some(way => way === "auto" || way === "scroll");
              if (!scrolls && style.overflowX !== "visible" && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)) return true;
            }
            return false;
          })
          .map(element => element.outerHTML.slice(0, 120))
        """;

    /// <summary>What WCAG 1.4.12 lets a reader set. A constructed sheet: the content policy refuses style elements.</summary>
    const string Spacing = """
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }");
          document.adoptedStyleSheets = [sheet];
        }
        """;

    [Fact]
    public async Task Who_wants_no_motion_gets_none()
    {
        await using var window = await OpenAsync();
        await OpenPlanAsync(window);

        Assert.Empty(await window.Page.EvaluateAsync<string[]>(Moving));

        await window.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });

        Assert.NotEmpty(await window.Page.EvaluateAsync<string[]>(Moving));
    }

    [Theory]
    [InlineData(640, 100)]
    [InlineData(320, 100)]
    [InlineData(1280, 200)]
    [InlineData(390, 150)]
    public async Task The_composer_flows_at_any_zoom(int width, int percent)
    {
        await using var window = await OpenAsync(new(width));
        await OpenPlanAsync(window);

        await window.Page.EvaluateAsync(
            $$"""() => { const sheet = new CSSStyleSheet(); sheet.replaceSync("html { font-size: {{percent}}% }"); document.adoptedStyleSheets = [sheet]; }"""
        );

        await window.CheckFitsAsync();
        Assert.Empty(await window.Page.EvaluateAsync<string[]>(CutOff));
    }

    [Theory]
    [InlineData(Look.SmallPhone)]
    [InlineData(Look.Desk)]
    public async Task More_room_between_letters_and_lines_cuts_nothing_off(int width)
    {
        await using var window = await OpenAsync(new(width));
        await OpenPlanAsync(window);

        await window.Page.EvaluateAsync(Spacing);

        await window.CheckFitsAsync();
        Assert.Empty(await window.Page.EvaluateAsync<string[]>(CutOff));
    }

    async Task OpenPlanAsync(Window window)
    {
        var recipes = await Meetings.RecipesAsync(Services, "breathing-and-moving-with-a-wave", "and-how-are-you-fathers-and-co-mothers");
        await Composer.OpenAsync(
            window,
            await Meetings.BeginAsync(Services, Meetings.Evening("Groot en ruim"), [Meetings.Welcome(10), .. recipes])
        );
    }
}
