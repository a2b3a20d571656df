using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Nestwerk.BrowserTests.Host;

/// <summary>A browser window in which somebody works.</summary>
public sealed class Window : IAsyncDisposable
{
    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Axe is brought in once for each page; the helper of its makers brings it anew for each look, and opens a second page.</summary>
    const string LookWithAxe = """
        async rules => {
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const runOnly = rules.length ? { type: "rule", values: rules } : { type: "tag", values: tags };
          const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
          return violations.map(({ impact, id, help, nodes }) =>
            [`${impact} ${id}: ${help}`, ...nodes.map(({ target, html }) => `    ${target}  ${html.slice(0, 300)}`)].join("\n"));
        }
        """;

    readonly IBrowserContext context;

    readonly bool own;

    Window(IBrowserContext context, IPage page, bool own = true)
    {
        (this.context, Page, this.own) = (context, page, own);
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

    /// <summary>The same without drawing the list of people nor her first page, where only the page after them matters.</summary>
    public async Task BecomeAsync(string name)
    {
        var people = new HtmlParser().ParseDocument(await (await context.APIRequest.GetAsync("/demo")).TextAsync());
        var button = people
            .QuerySelectorAll("li")
            .First(item => item.TextContent.Contains(name, StringComparison.Ordinal))
            .QuerySelector("button[name=person]")!;
        var form = context.APIRequest.CreateFormData().Set("person", button.GetAttribute("value")!);
        var token = (IHtmlInputElement)people.QuerySelector("input[name=__RequestVerificationToken]")!;
        form.Set(token.Name!, token.Value);
        var answer = await context.APIRequest.PostAsync("/demo/sign-in", new() { Form = form, MaxRedirects = 0 });
        Assert.Equal(302, answer.Status);
    }

    /// <summary>For the next screen: a small phone by day, and no complaint of the last one.</summary>
    public async Task BeginAnewAsync()
    {
        Complaints.Clear();
        await Page.SetViewportSizeAsync(Look.SmallPhone, 800);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    /// <summary>Fails with a readable list when axe finds something that shuts people out.</summary>
    /// <param name="rules">Only these; none is every rule of WCAG 2.2 A and AA and good practice.</param>
    public async Task CheckAccessibilityAsync(params string[] rules)
    {
        if (!await Page.EvaluateAsync<bool>("'axe' in window"))
            await Page.EvaluateAsync(Axe);
        var found = await Page.EvaluateAsync<string[]>(LookWithAxe, rules);
        Assert.True(found.Length == 0, $"{Page.Url}\n{string.Join("\n", found)}");
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

    /// <summary>Keeps a picture of the whole page; of a booklet only the first sheets, because no picture can be that long.</summary>
    public async Task KeepAsync(string path)
    {
        var size = await Page.EvaluateAsync<int[]>("[document.documentElement.clientWidth, document.documentElement.scrollHeight]");
        var clip = new Clip { Width = size[0], Height = Math.Min(size[1], 16_000) };
        await Page.ScreenshotAsync(
            new()
            {
                Path = path,
                FullPage = true,
                Clip = clip,
            }
        );
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

    /// <summary>A second tab of the same person.</summary>
    public async Task<Window> AnotherAsync() => new(context, await context.NewPageAsync(), own: false);

    public async ValueTask DisposeAsync()
    {
        if (own)
            await context.DisposeAsync();
        else
            await Page.CloseAsync();
    }
}
