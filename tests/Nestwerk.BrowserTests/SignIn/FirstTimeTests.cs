using Microsoft.Playwright;
using Nestwerk.BrowserTests.Host;
using static Microsoft.Playwright.Assertions;

namespace Nestwerk.BrowserTests.SignIn;

public sealed class FirstTimeTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    [Fact]
    public async Task A_password_alone_leads_only_to_setting_up_what_is_missing()
    {
        await using var window = await OpenAsync();
        var door = new Door(window, await Accounts.NewAsync(Services, "Hilde Martens"));

        await window.GoAsync("/sign-in");
        await door.GivePasswordAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Nog één ding, dan kun je binnen" })).ToBeVisibleAsync();
        await window.CheckAccessibilityAsync();
        await window.GoAsync("/playbook/plans");

        Assert.EndsWith("/account", window.Page.Url);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Without_a_script_the_passkey_stays_away_and_the_password_is_asked()
    {
        await using var window = await OpenAsync(new(Script: false));

        await window.GoAsync("/sign-in");

        await Expect(window.Page.Locator("form[data-passkey]")).ToBeHiddenAsync();
        await Expect(window.Page.GetByLabel("Wachtwoord")).ToBeVisibleAsync();
    }
}
