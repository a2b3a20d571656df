using Microsoft.Playwright;
using Nestwerk.BrowserTests.Host;
using Nestwerk.Playbook;

namespace Nestwerk.BrowserTests.Compose;

/// <summary>The composer as somebody sees it who works in it.</summary>
sealed class Composer(Window window)
{
    public IPage Page => window.Page;
    public ILocator Blocks => Page.Locator("#blocks > [data-block]");
    public ILocator Ring => Page.Locator(".ring");

    /// <summary>What a screen reader says after a change.</summary>
    public ILocator Said => Page.Locator("#said");

    public ILocator Block(string title) => Blocks.Filter(new() { Has = Page.Locator("h3", new() { HasText = title }) });

    public ILocator Finding(string code) => Page.Locator($"[data-finding='{code}']");

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public static async Task<Composer> OpenAsync(Window window, MeetingPlan plan)
    {
        await window.SignInAsync(Meetings.Author);
        await window.GoAsync(Links.Plan(plan.Id));
        return new(window);
    }

    public Task ExpectTotalAsync(int minutes) =>
        Assertions
            .Expect(Ring)
            .ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex($"^{minutes} minuten in totaal"));

    /// <summary>The blocks from first to last.</summary>
    public Task ExpectOrderAsync(params string[] titles) => Assertions.Expect(Blocks.Locator("h3")).ToHaveTextAsync(titles);

    /// <summary>From the library of this meeting: looks for a word in the whole book, and adds what it finds.</summary>
    public async Task AddAsync(string word, string title)
    {
        await Page.Locator("[data-key=a]").ClickAsync();
        if (await Link("Wis de filter").IsVisibleAsync())
            await Link("Wis de filter").ClickAsync();
        await Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Searchbox).FillAsync(word);
        await Button("Zoek").ClickAsync();
        await Button($"Voeg toe: {title}").ClickAsync();
        await Assertions.Expect(Block(title)).ToBeVisibleAsync();
    }
}
