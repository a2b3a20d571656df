using Microsoft.Playwright;
using Nestwerk.BrowserTests.Compose;
using Nestwerk.BrowserTests.Host;
using Nestwerk.BrowserTests.Live;
using Nestwerk.Cli.Demo;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Logbook;
using static Microsoft.Playwright.Assertions;

namespace Nestwerk.BrowserTests.Journeys;

/// <summary>The whole way: a meeting is composed, given without a connection, written down, and the book learns from it.</summary>
public sealed class FromMeetingToNewVersionTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    const string Session = "De slaaplijn";
    const string Before = "Het touw ligt klaar op de grond.";
    const string Remark = "De lijn was te kort voor tien ouders.";
    const string After = "Leg een touw van acht meter klaar.";
    static readonly Guid Recipe = DemoWorld.Recipe("the-sleep-line");

    [Fact, Trait("Row", "A12"), Trait("Row", "A10")]
    public async Task A_meeting_is_composed_given_without_a_connection_written_down_and_changes_the_book_but_not_itself()
    {
        var old = await PublishAsync(Before, "Zet het touw klaar.", takeUp: false);
        await using var phone = await OpenAsync(new(Look.Phone));

        var plan = await ComposeAsync(phone);
        await GiveAsync(phone, plan);
        await WriteDownAsync(phone, plan);
        await BringAsync(phone);
        await AnswerAsync();
        var made = await PublishAsync(After, "Langer touw, na een opmerking uit Ninove.", takeUp: true);

        Assert.Equal(old + 1, made);
        await phone.GoAsync(Links.Plan(plan, "runsheet"));
        await Expect(phone.Page.Locator(".sheet")).ToContainTextAsync(Before);
        await Expect(phone.Page.Locator(".sheet")).Not.ToContainTextAsync(After);
        await phone.GoAsync(Links.Recipe(Recipe, "versions"));
        await Expect(phone.Page.Locator(".rows > li").First).ToContainTextAsync($"Dankzij {DemoWorld.Ninove}: {Remark}");
        Assert.Empty(phone.Complaints);
    }

    static async Task<Guid> ComposeAsync(Window phone)
    {
        await phone.SignInAsync(Meetings.Author);
        await phone.GoAsync(Links.NewPlan);
        await phone.Page.Locator("[name='Title']").FillAsync("Slapen in Ninove");
        await phone.Page.Locator("main form .btn.primary").Last.ClickAsync();
        await phone.Page.Locator("#blocks, .empty").First.WaitForAsync();
        var plan = Guid.Parse(new Uri(phone.Page.Url).Segments[3].TrimEnd('/'));
        await new Composer(phone).AddAsync("slaaplijn", Session);
        return plan;
    }

    /// <summary>The connection goes after the beginning and comes back after the end.</summary>
    static async Task GiveAsync(Window phone, Guid plan)
    {
        await phone.GoAsync(Links.Plan(plan, "run"));
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Begin nu" }).ClickAsync();
        var live = new LiveScreen(phone, plan);
        await Expect(live.Title).ToHaveTextAsync(Session);
        await live.WaitUntilKeptAsync();
        await phone.Page.Context.SetOfflineAsync(true);
        await live.Button("5 minuten meer").ClickAsync();
        await phone.Page.ReloadAsync();
        await Expect(live.Title).ToHaveTextAsync(Session);
        await live.Button("Rond af").ClickAsync();
        await Expect(live.Waiting).ToContainTextAsync("(2)");
        await phone.Page.Context.SetOfflineAsync(false);
        await Expect(live.Waiting).ToBeEmptyAsync();
        await live.ExpectStepsAtServerAsync(2);
    }

    /// <summary>The clock said that it was over at once: that is what the log begins with.</summary>
    static async Task WriteDownAsync(Window phone, Guid plan)
    {
        await phone.GoAsync(LogLinks.Log(plan));
        var page = phone.Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Hoe liep het?");
        await Expect(page.Locator("details.told[open]")).ToHaveCountAsync(1);
        await page.Locator("[name='Input.People']").FillAsync("10");
        await page.Locator("input[value=Different]").CheckAsync();
        await page.Locator("[name='Input.Blocks[0].Done']").FillAsync("28");
        await page.Locator("[name='Input.Blocks[0].Why']").FillAsync(Remark);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Opgeschreven.");
    }

    static async Task BringAsync(Window phone)
    {
        await phone.Page.Locator("main ol a[href*='/improve']").ClickAsync();
        await Expect(phone.Page.Locator("[name='Input.Text']")).ToHaveValueAsync(Remark);
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Breng bij de redactie" }).ClickAsync();
        await Expect(phone.Page.GetByText("wacht op antwoord")).ToBeVisibleAsync();
    }

    async Task AnswerAsync()
    {
        await using var desk = await OpenAsync();
        await desk.SignInAsync("Tom Beeckman");
        await desk.GoAsync("/");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Lees en antwoord" }).ClickAsync();
        await desk.Page.Locator(".rows > li").Filter(new() { HasText = Remark }).GetByRole(AriaRole.Link).ClickAsync();
        await desk.Page.Locator("input[value=Accepted]").CheckAsync();
        await desk.Page.Locator("[name='Input.Answer']").FillAsync("Acht meter dan, dank je.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Antwoord" }).ClickAsync();
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("komt in een volgende versie");
    }

    /// <returns>The number of the version.</returns>
    async Task<int> PublishAsync(string glance, string note, bool takeUp)
    {
        await using var desk = await OpenAsync();
        await desk.SignInAsync("Tom Beeckman");
        await desk.GoAsync(Links.Recipe(Recipe, "edit"));
        await desk.Page.Locator("[name='Input.Glance.Nl']").FillAsync(glance);
        await desk.Page.Locator("button[name=then][value=publish]").First.ClickAsync();
        await desk.Page.Locator("[name='Input.Note']").FillAsync(note);
        if (takeUp)
            await desk.Page.GetByLabel(Remark).CheckAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Publiceer" }).ClickAsync();
        await desk.Page.WaitForURLAsync($"**/playbook/recipes/{Recipe}");
        await desk.GoAsync(Links.Recipe(Recipe, "versions"));
        return int.Parse(
            await desk.Page.Locator(".count").First.TextContentAsync() ?? "",
            System.Globalization.CultureInfo.InvariantCulture
        );
    }
}
