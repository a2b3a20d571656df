using Microsoft.Playwright;
using Nestwerk.BrowserTests.Host;
using Nestwerk.Playbook;
using static Microsoft.Playwright.Assertions;

namespace Nestwerk.BrowserTests.SignIn;

public sealed class SignInTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    const string Needs = "Twee ouders komen met een tolk, en één met een rolstoel.";

    [Fact]
    public async Task A_passkey_is_made_on_the_account_and_opens_the_door_without_a_password()
    {
        await using var window = await OpenAsync();
        var account = await Accounts.NewAsync(Services, "Ruth Baert");
        var door = new Door(window, account);
        await PlugInDeviceAsync(window.Page);

        await window.GoAsync("/sign-in");
        await door.GivePasswordAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Maak een passkey" }).ClickAsync();
        await window.Page.GetByLabel("Hoe noem je dit toestel?").FillAsync("laptop van het huis");
        await door.ButtonAsync("Maak de passkey");
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "laptop van het huis" })).ToBeVisibleAsync();
        await window.CheckAccessibilityAsync();
        await door.LeaveAsync();
        await window.GoAsync("/sign-in");
        await door.ButtonAsync("Gebruik je passkey");

        await door.ExpectInsideAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_password_asks_for_a_code_of_the_app_and_then_opens_the_door()
    {
        await using var window = await OpenAsync();
        var account = await Accounts.NewAsync(Services, "Sofie Maes");
        var door = new Door(window, account);

        var key = await door.SetUpAppAsync();
        await window.CheckAccessibilityAsync();
        await door.LeaveAsync();
        await window.GoAsync("/sign-in");
        await door.GivePasswordAsync();
        await window.CheckAccessibilityAsync();
        await door.GiveCodeAsync("000000");
        await Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Deze code past niet");
        await door.GiveCodeAsync(account.CodeOf(key, later: 1));

        await door.ExpectInsideAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Who_was_away_too_long_finds_back_what_she_typed_and_saves_it_herself()
    {
        await using var window = await OpenAsync();
        var account = await Accounts.NewAsync(Services, "Tine Wouters");
        var door = new Door(window, account);
        var key = await door.SetUpAppAsync();
        await BeginMeetingAsync(window);
        var facts = window.Page.Url;

        await window.Page.GetByLabel("Wat heeft deze groep nodig").FillAsync(Needs);
        await account.EndSessionsAsync();
        await door.ButtonAsync("Bewaar");
        await Expect(window.Page.GetByText("Wat je typte is niet weg")).ToBeVisibleAsync();
        await window.CheckAccessibilityAsync();
        await door.GivePasswordAsync();
        await door.GiveCodeAsync(account.CodeOf(key, later: 1));
        await window.CheckAccessibilityAsync();
        await door.ButtonAsync("Ga verder met wat je typte");

        await Expect(window.Page.GetByLabel("Wat heeft deze groep nodig")).ToHaveValueAsync(Needs);
        await Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Kijk het na en bewaar opnieuw");
        await using (var second = await window.AnotherAsync())
        {
            await second.GoAsync(facts);
            await Expect(second.Page.GetByLabel("Wat heeft deze groep nodig")).ToHaveValueAsync("");
        }
        await door.ButtonAsync("Bewaar");
        await window.Page.WaitForURLAsync(url => !url.EndsWith("/facts", StringComparison.Ordinal));
        await Expect(window.Page.Locator("main")).ToContainTextAsync(Needs);
        Assert.Empty(window.Complaints);
    }

    static async Task BeginMeetingAsync(Window window)
    {
        await window.GoAsync(Links.NewPlan);
        await window.Page.GetByLabel("Naam van de bijeenkomst").FillAsync("Even weg");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Wie, waar, wanneer" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/facts");
    }

    /// <summary>A device with a finger on it, as Chromium pretends one.</summary>
    static async Task PlugInDeviceAsync(IPage page)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        var options = new Dictionary<string, object>
        {
            ["protocol"] = "ctap2",
            ["transport"] = "internal",
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = true,
            ["automaticPresenceSimulation"] = true,
        };
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = options });
    }
}
