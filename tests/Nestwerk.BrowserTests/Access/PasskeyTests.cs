using Microsoft.Playwright;
using Nestwerk.BrowserTests.Host;

namespace Nestwerk.BrowserTests.Access;

/// <summary>A passkey from making it to signing in with it, with an authenticator that Chromium plays.</summary>
public sealed class PasskeyTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    [Fact]
    public async Task Somebody_makes_a_passkey_signs_out_and_comes_back_in_with_it()
    {
        await using var window = await OpenAsync();
        await GiveAuthenticatorAsync(window.Page);
        await window.SignInAsync("Bart Coppens");

        await window.GoAsync("/account/passkey");
        await window.Page.FillAsync("[name=Name]", "Sleutel van Bart");
        await window.Page.ClickAsync("form[data-passkey=create] button");
        await Assertions.Expect(window.Page.GetByText("Sleutel van Bart")).ToBeVisibleAsync();
        await window.Page.Context.ClearCookiesAsync();
        await window.GoAsync("/sign-in?return=%2Fplaybook");
        await window.Page.ClickAsync("form[data-passkey=get] button");
        await window.Page.WaitForURLAsync("**/playbook");

        await Assertions.Expect(window.Page.Locator(".menu .vh")).ToContainTextAsync("Bart Coppens");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Without_a_script_the_passkey_button_stays_away_and_the_password_is_still_asked()
    {
        await using var window = await OpenAsync(new(Script: false));

        await window.GoAsync("/sign-in");

        await Assertions.Expect(window.Page.Locator("form[data-passkey=get]")).ToBeHiddenAsync();
        await Assertions.Expect(window.Page.Locator("input[type=password]")).ToBeVisibleAsync();
    }

    static async Task GiveAuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }
}
