using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Nestwerk.BrowserTests.Host;

/// <summary>A browser window in which somebody works.</summary>
public sealed class Window : IAsyncDisposable
{
    readonly IBrowserContext context;

    Window(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.PageError += (_, error) => Complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                Complaints.Add(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>What the browser's console said was wrong: script errors, and what the content policy refused.</summary>
    public IList<string> Complaints { get; } = [];

    internal static async Task<Window> OpenAsync(Chromium chromium, string address, Look look)
    {
        var opened = await chromium.NewContextAsync(
            new()
            {
                BaseURL = address,
                ViewportSize = new() { Width = look.Width, Height = look.Width < Look.Desk ? 800 : 900 },
                ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
                Locale = look.Language,
                TimezoneId = "Europe/Brussels",
                JavaScriptEnabled = look.Script,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        opened.SetDefaultTimeout(15_000);
        await opened.AddCookiesAsync([
            new()
            {
                Name = "nestwerk-language",
                Value = look.Language,
                Url = address,
            },
        ]);
        return new(opened, await opened.NewPageAsync());
    }

    public async Task<IResponse> GoAsync(string path) =>
        await Page.GotoAsync(path) ?? throw new InvalidOperationException($"No answer from {path}.");

    /// <summary>Becomes one of the invented people, by pressing her button on /demo.</summary>
    /// <param name="name">Her name, or a part of it.</param>
    public async Task SignInAsync(string name)
    {
        await GoAsync("/demo");
        await Page.Locator("li").Filter(new() { HasText = name }).Locator("button[name=person]").First.ClickAsync();
        await Page.WaitForURLAsync(url => !new Uri(url).AbsolutePath.StartsWith("/demo", StringComparison.Ordinal));
    }

    /// <summary>Fails with a readable list when axe finds something that shuts people out.</summary>
    public async Task CheckAccessibilityAsync()
    {
        var result = await Page.RunAxe(
            new AxeRunOptions
            {
                RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
            }
        );
        Assert.True(result.Violations.Length == 0, $"{Page.Url}\n{string.Join("\n", result.Violations.Select(Describe))}");
    }

    /// <summary>Fails when the page is wider than the window, so that one must scroll sideways.</summary>
    public async Task CheckFitsAsync()
    {
        var (page, window) = (
            await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"),
            await Page.EvaluateAsync<int>("document.documentElement.clientWidth")
        );
        Assert.True(page <= window, $"{Page.Url} is {page} px wide in a window of {window} px.");
    }

    /// <summary>Prints the page as the print button does, on A4.</summary>
    public async Task<Paper> PrintAsync() =>
        await Paper.ReadAsync(
            await Page.PdfAsync(
                new()
                {
                    Format = "A4",
                    PreferCSSPageSize = true,
                    PrintBackground = false,
                }
            )
        );

    public ValueTask DisposeAsync() => context.DisposeAsync();

    static string Describe(AxeResultItem item) =>
        $"{item.Impact} {item.Id}: {item.Help}\n" + string.Join("\n", item.Nodes.Select(node => $"    {node.Target}  {node.Html}"));
}
