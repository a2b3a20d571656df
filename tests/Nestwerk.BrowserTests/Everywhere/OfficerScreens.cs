using Microsoft.Playwright;
using Nestwerk.Cli.Demo;
using Nestwerk.Families;

namespace Nestwerk.BrowserTests.Everywhere;

/// <summary>The desk of the data protection officer, and what is counted of messages.</summary>
static class OfficerScreens
{
    const string Ingrid = "Ingrid Lauwers";
    const string Admin = "Anja Pauwels";

    public static readonly IReadOnlyList<Screen> All =
    [
        new("family: officer", Links.Officer, Ingrid),
        new("family: officer, requests", Links.OfficerRequests, Ingrid),
        new("family: officer, retention", Links.OfficerRetention, Ingrid),
        new("family: officer, folder", Links.OfficerFolder, Ingrid),
        new("family: officer, references", Links.LegalReferences, Ingrid),
        new("family: officer, trail", Links.OfficerTrail, Ingrid),
        new("family: officer, emergencies", Links.GlassReview, Ingrid),
        new("family: officer, who has access", Links.AccessCategories, Ingrid),
        new("family: officer, a judge asks, wrong", Links.NewLegal, Ingrid, page => Screen.SendAsync(page)),
        new("family: officer, case that waits", Links.NewLegal, Ingrid, OrderAsync),
        new("family: case, to confirm", Links.NewLegal, Ingrid, ToConfirmAsync) { Changes = true },
        new("family: officer, case that is open", Links.NewLegal, Ingrid, OpenAsync) { Changes = true },
        new("family: officer, breach, wrong", Links.NewBreach, Ingrid, page => Screen.SendAsync(page)),
        new("family: officer, breach", Links.NewBreach, Ingrid, BreachAsync),
        new("family: officer, letter", Links.NewBreach, Ingrid, LetterAsync),
        new("family: sessions", "/account/sessions", Ingrid),
        new("family: messages", "/settings/messages", "Koen Raes"),
    ];

    static async Task OrderAsync(IPage page)
    {
        foreach (var field in new[] { "Authority", "Order", "Scope", "Lawyer" })
            await page.Locator($"[name='Input.{field}']").FillAsync(new string('W', 80));
        await page.Locator("[name='Input.Family']").FillAsync(Links.Family(DemoFamily.IdOf("selin")));
        await page.Locator("main .btn.primary").ClickAsync();
        await page.WaitForURLAsync("**/officer/cases/**");
    }

    /// <returns>The address of the case.</returns>
    static async Task<string> ToConfirmAsync(IPage page)
    {
        await OrderAsync(page);
        var address = new Uri(page.Url).AbsolutePath;
        await BecomeAsync(page, Admin);
        await page.GotoAsync(address.Replace("/officer", "", StringComparison.Ordinal) + "/confirm");
        await page.Locator("main dl").WaitForAsync();
        return address;
    }

    static async Task OpenAsync(IPage page)
    {
        var address = await ToConfirmAsync(page);
        await page.Locator("main .btn.primary").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/confirm", StringComparison.Ordinal));
        await BecomeAsync(page, Ingrid);
        await page.GotoAsync(address);
        await page.Locator("main dl").First.WaitForAsync();
    }

    static async Task BreachAsync(IPage page)
    {
        await page.Locator("[name='Input.What']").FillAsync(new string('W', 200));
        await page.Locator("main .btn.primary").ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
    }

    static async Task LetterAsync(IPage page)
    {
        await BreachAsync(page);
        await FamilyScreens.FollowAsync(page, "main a[href*='/letter']", ".sheet");
    }

    static async Task BecomeAsync(IPage page, string name)
    {
        await page.GotoAsync("/demo");
        await page.Locator("li").Filter(new() { HasText = name }).Locator("button[name=person]").First.ClickAsync();
        await page.WaitForURLAsync(url => !new Uri(url).AbsolutePath.StartsWith("/demo", StringComparison.Ordinal));
    }
}
