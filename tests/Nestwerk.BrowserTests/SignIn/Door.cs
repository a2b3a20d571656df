using Microsoft.Playwright;
using Nestwerk.BrowserTests.Host;
using static Microsoft.Playwright.Assertions;

namespace Nestwerk.BrowserTests.SignIn;

/// <summary>What somebody does at the door: in, out, and in again.</summary>
sealed class Door(Window window, Accounts account)
{
    IPage Page => window.Page;

    public async Task GivePasswordAsync()
    {
        await Page.GetByLabel("E-mailadres").FillAsync(account.Address);
        await Page.GetByLabel("Wachtwoord").FillAsync(Accounts.Password);
        await ButtonAsync("Meld je aan");
    }

    public async Task GiveCodeAsync(string code)
    {
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Nog één stap" })).ToBeVisibleAsync();
        await Page.GetByLabel("Code").FillAsync(code);
        await ButtonAsync("Ga verder");
    }

    /// <summary>The first time: a password, and an app on her phone.</summary>
    /// <returns>The key of the app.</returns>
    public async Task<string> SetUpAppAsync()
    {
        await window.GoAsync("/sign-in");
        await GivePasswordAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Gebruik een app op je telefoon" }).ClickAsync();
        var key = await Page.Locator("code").InnerTextAsync();
        await Page.GetByLabel("Zes cijfers").FillAsync(account.CodeOf(key));
        await ButtonAsync("Zet de app aan");
        await Expect(Page.Locator(".codes li")).ToHaveCountAsync(10);
        return key;
    }

    public async Task LeaveAsync()
    {
        await Page.Locator("header .menu > summary").ClickAsync();
        await ButtonAsync("Meld je af");
        await Expect(Page.Locator("header .who")).ToHaveCountAsync(0);
    }

    public Task ButtonAsync(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>She is in: her meetings are there.</summary>
    public async Task ExpectInsideAsync()
    {
        await Expect(Page.Locator("header .who")).ToBeVisibleAsync();
        await window.GoAsync("/playbook/plans");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Bijeenkomsten", Exact = true })).ToBeVisibleAsync();
    }
}
