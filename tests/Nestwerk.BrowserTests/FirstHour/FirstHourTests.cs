using Microsoft.Playwright;
using Nestwerk.Access.SignIn;
using Nestwerk.BrowserTests.Host;
using static Microsoft.Playwright.Assertions;

namespace Nestwerk.BrowserTests.FirstHour;

/// <summary>The first hour of a real House: from nothing to a printed run sheet, with a colleague beside her.</summary>
[Trait("Row", "X")]
public sealed class FirstHourTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    const string Password = "vier gele fietsen zingen";

    [Theory]
    [InlineData(Look.Desk, true)]
    [InlineData(Look.Phone, false)]
    public async Task An_empty_house_gets_a_name_a_book_a_colleague_and_a_printed_meeting(int width, bool script)
    {
        await using var house = await EmptyHost.StartAsync();
        await using var first = await OpenAtAsync(house.Address, new(width, Script: script));

        await FoundAsync(first, house.Token, script);
        await SetUpAppAsync(first, script);
        await ExpectBookAsync(first);
        var code = await InviteAsync(first, script);
        await using var second = await OpenAtAsync(house.Address, new(width, Script: script));
        await ComeInAsync(second, code, script);
        await SetUpAppAsync(second, script);
        await ComposeAndPrintAsync(second);

        Assert.Empty(first.Complaints);
        Assert.Empty(second.Complaints);
    }

    static async Task FoundAsync(Window window, string token, bool look)
    {
        await window.GoAsync("/");
        await LookAsync(window, look);
        await FillAsync(window, ("Input.Token", token), ("Input.House", "Huis van het Kind Zottegem"), ("Input.Name", "Wies De Backer"));
        await FillAsync(window, ("Input.Address", "wies@huis.example"), ("Input.Password", Password), ("Input.Again", Password));
        await ButtonAsync(window, "Open dit huis");
        await Expect(Heading(window, "Wies De Backer")).ToBeVisibleAsync();
    }

    static async Task SetUpAppAsync(Window window, bool look)
    {
        await LookAsync(window, look);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Gebruik een app op je telefoon" }).ClickAsync();
        var key = (await window.Page.Locator("code").First.InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await window.Page.GetByLabel("Zes cijfers").FillAsync(Totp.CodeAt(key, TimeProvider.System.GetUtcNow().UtcDateTime));
        await ButtonAsync(window, "Zet de app aan");
        await Expect(window.Page.Locator(".codes li")).ToHaveCountAsync(10);
        foreach (var mine in new[] { "/account", "/account/me", "/account/password" })
        {
            await window.GoAsync(mine);
            await LookAsync(window, look);
        }
    }

    static async Task ExpectBookAsync(Window window)
    {
        await window.GoAsync("/playbook");
        await Expect(window.Page.Locator(".recipes > li").First).ToBeVisibleAsync();
        await Expect(window.Page.Locator("header .brand")).ToContainTextAsync("Huis van het Kind Zottegem");
    }

    static async Task<string> InviteAsync(Window window, bool look)
    {
        await window.GoAsync("/people");
        await Expect(window.Page.GetByText("Je bent hier alleen, en dat kan")).ToBeVisibleAsync();
        await LookAsync(window, look);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Nodig iemand uit" }).ClickAsync();
        await FillAsync(window, ("Input.Name", "Lotte Baert"), ("Input.Address", "lotte@huis.example"));
        await ButtonAsync(window, "Maak een code");
        return await window.Page.Locator(".code-big").InnerTextAsync();
    }

    static async Task ComeInAsync(Window window, string code, bool look)
    {
        await window.GoAsync("/sign-in");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Ik heb een code" }).ClickAsync();
        await FillAsync(window, ("Address", "lotte@huis.example"), ("Code", code));
        await ButtonAsync(window, "Verder");
        await Expect(Heading(window, "Dag Lotte Baert")).ToBeVisibleAsync();
        await LookAsync(window, look);
        await FillAsync(window, ("Password", Password), ("Again", Password));
        await ButtonAsync(window, "Kies dit wachtwoord");
    }

    static async Task ComposeAndPrintAsync(Window window)
    {
        await window.GoAsync("/playbook/plans/new");
        await FillAsync(window, ("Title", "Onze eerste avond"));
        await ButtonAsync(window, "Begin");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Vul aan" }).ClickAsync();
        await ButtonAsync(window, "Zet erbij: voorstel 1");
        await Expect(Heading(window, "Onze eerste avond")).ToBeVisibleAsync();
        await window.GoAsync(new Uri(window.Page.Url).AbsolutePath + "/runsheet");

        var paper = await window.PrintAsync();

        Assert.Contains("Onze eerste avond", paper.Text, StringComparison.Ordinal);
        Assert.InRange(paper.Sheets, 1, 3);
    }

    static async Task LookAsync(Window window, bool look)
    {
        if (look)
            await window.CheckAccessibilityAsync();
        await window.CheckFitsAsync();
    }

    static async Task FillAsync(Window window, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
            await window.Page.Locator($"main [name='{name}']").FillAsync(value);
    }

    static Task ButtonAsync(Window window, string name) =>
        window.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();

    static ILocator Heading(Window window, string name) => window.Page.GetByRole(AriaRole.Heading, new() { Name = name });
}
