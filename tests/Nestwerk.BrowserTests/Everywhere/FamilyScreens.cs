using Microsoft.Playwright;
using Nestwerk.Cli.Demo;
using Nestwerk.Families;

namespace Nestwerk.BrowserTests.Everywhere;

/// <summary>What those who stand beside families see. A form is looked at with its errors: the rest of it stands there too.</summary>
static class FamilyScreens
{
    const string Hilde = "Hilde Van Acker";
    const string Chloe = "Chloé Dubois";
    const string Admin = "Anja Pauwels";
    static readonly Guid Jalila = DemoFamily.IdOf("jalila");
    static readonly Guid Mother = DemoFamily.IdOf("jalila", 0);
    static readonly Guid Child = DemoFamily.IdOf("jalila", 2);
    static readonly Guid Quiet = DemoFamily.IdOf("veerle");
    static readonly Guid Bieke = DemoFamily.IdOf("bieke");
    static readonly string Word = new('W', 80);

    public static readonly IReadOnlyList<Screen> All =
    [
        .. Families,
        .. Deciding,
        .. OfficerScreens.All,
        new("family: not on her page", "/my/nothing"),
        new("family: not there for a worker", Links.Family(DemoFamily.IdOf("nobody")), Hilde),
    ];

    static Screen[] Families =>
        [
            Form("find", Links.Find),
            Form("new", Links.NewFamily),
            new("family: caseload, words that never end", Links.NewFamily, Chloe, page => BeginAsync(page, Links.Caseload)),
            new("family: caseload of a facilitator", Links.Caseload, "Nele Verhasselt"),
            new("family: page", Links.Family(Jalila), Hilde),
            new("family: page, words that never end", Links.NewFamily, Chloe, page => BeginAsync(page, null)),
            new("family: page, quiet", Links.Family(Quiet), Hilde),
            new("family: page, safety first", Links.Family(DemoFamily.IdOf("noor")), Hilde),
            new("family: page, of a group", Links.Family(DemoFamily.IdOf("group-pien")), "Nele Verhasselt"),
            Form("member, new", Links.NewMember(Jalila)),
            Form("member", Links.Member(Jalila, Mother), ("Input.Name", "")),
            Form("day", Links.Day(Jalila, Child)),
            Form("way to reach, new", Links.NewChannel(Jalila, Mother)),
            new("family: way to reach", Links.Channel(Jalila, DemoIds.For($"channel {Mother} 0")), Hilde),
            Form("needs", Links.Needs(Jalila)),
            new("family: later", Links.Later(Jalila), Hilde),
            Form("note, new", Links.NewNote(Jalila)),
            Form("note, sensitive", Links.NewSensitiveNote(Jalila)),
            new("family: note, share", Links.ShareNote(Bieke, DemoIds.For("CareNote bieke 0")), Hilde),
            Form("story", Links.Story(Jalila)),
            Form("paragraph", Links.Paragraph(Jalila, DemoIds.For("StoryParagraph jalila 0")), ("Input.Text", "")),
            Form("PIN", Links.Pin(Jalila)),
            new("family: who looked", Links.Looked(Jalila), Hilde),
            new("family: calls", Links.Calls, Hilde),
            new("family: own papers", Links.Mendings, Hilde),
        ];

    static Screen[] Deciding =>
        [
            new("family: who may know", Links.Who(Jalila), Hilde),
            new("family: consent, to choose", Links.AskConsent(Jalila), Hilde),
            new("family: consent, to ask", Links.AskConsent(Jalila), Hilde, AskAsync),
            new("family: consent, not now", Links.NotNow(Jalila), Hilde),
            new("family: consent, ask again", Links.AskAgain, Hilde),
            new("family: consent, receipt", Links.Who(Jalila), Hilde, page => FollowAsync(page, "main a[href$='/receipt']", ".sheet")),
            new("family: consent, narrow", Links.Who(Jalila), Hilde, NarrowAsync),
            new("family: card", Links.ContactCard, Hilde),
            Form("team", Links.AddToTeam(Jalila)),
            new("family: hand over", Links.Who(Jalila), Hilde, HandOverAsync),
            new("family: leave", Links.Leave(Jalila), Hilde),
            Form("exclude", Links.Exclude(Jalila)),
            Form("protect", Links.Protect(Jalila, Mother)),
            new("family: join", Links.Join(Jalila), Hilde),
            Form("split", Links.Split(Jalila)),
            Form("loss", Links.Loss(Jalila)),
            new("family: reopen", Links.Reopen(Quiet), Hilde),
            Form("in an emergency", Links.BreakGlass),
            new("family: rights, wrong", Links.Rights(Jalila), Hilde, page => AskRightAsync(page, "Correction")),
            new("family: rights, on paper", Links.Rights(Bieke), Hilde, PaperAsync),
            new("family: rights, erased", Links.NewFamily, Chloe, EraseAsync),
            new("family: a colleague leaves", "/people", Admin, LeaveAsync),
        ];

    internal static async Task FollowAsync(IPage page, string link, string until)
    {
        await page.Locator(link).First.ClickAsync();
        await page.Locator(until).First.WaitForAsync();
    }

    static Screen Form(string name, string path, params (string, string)[] fields) =>
        new($"family: {name}, wrong", path, Hilde, page => Screen.SendAsync(page, fields));

    static async Task BeginAsync(IPage page, string? then)
    {
        await page.Locator("[name='Input.Name']").FillAsync(Word);
        await page.Locator("main .btn.primary").ClickAsync();
        await page.Locator("#household").WaitForAsync();
        if (then is not null)
            await page.GotoAsync(then);
    }

    static async Task AskAsync(IPage page)
    {
        foreach (var kind in new[] { "member", "for", "to", "what" })
        {
            await page.Locator($"main [name={kind}]:not([type=hidden])").First.CheckAsync();
            await page.Locator("main .btn.primary").ClickAsync();
            await page.WaitForURLAsync($"**{kind}=**");
        }
        await page.Locator("main .btn.primary").ClickAsync();
        await page.Locator(".errors").WaitForAsync();
    }

    static async Task NarrowAsync(IPage page)
    {
        await FollowAsync(page, "main a[href*='/consent/']:not([href$='/receipt'])", "[name=Until]");
        await Screen.SendAsync(page, ("Until", "2001-01-01"));
    }

    static async Task HandOverAsync(IPage page)
    {
        await FollowAsync(page, "main a[href$='/hand-over']", "[name=Whom]");
        await Screen.SendAsync(page);
    }

    static async Task AskRightAsync(IPage page, string right)
    {
        await page.Locator("[name=Right]").SelectOptionAsync(right);
        await page.Locator("main .btn.primary").ClickAsync();
        await page.Locator(".errors, main .rows").First.WaitForAsync();
    }

    static async Task PaperAsync(IPage page)
    {
        await AskRightAsync(page, "Access");
        await page.Locator("main .rows button").First.ClickAsync();
        await FollowAsync(page, "main a[href$='/paper']", ".sheet");
    }

    static async Task EraseAsync(IPage page)
    {
        await BeginAsync(page, null);
        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/rights");
        await page.Locator("[name=About]").SelectOptionAsync("");
        await AskRightAsync(page, "Erasure");
        await FollowAsync(page, "main .rows button", ".sheet");
    }

    static async Task LeaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Nele" }).ClickAsync();
        await FollowAsync(page, "main a[href$='/leave']", "main form");
    }
}
