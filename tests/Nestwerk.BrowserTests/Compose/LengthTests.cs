using Nestwerk.BrowserTests.Host;
using Nestwerk.Playbook;
using static Microsoft.Playwright.Assertions;

namespace Nestwerk.BrowserTests.Compose;

public sealed class LengthTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    [Fact, Trait("Row", "A6")]
    public async Task A_meeting_of_125_minutes_is_not_ready_in_words_and_still_prints_and_runs()
    {
        await using var window = await OpenAsync();
        var plan = await PlanAsync(125);
        var composer = await Composer.OpenAsync(window, plan);

        await Expect(composer.Finding("tooLong")).ToContainTextAsync("Nog niet klaar. Dit wordt 125 minuten.");
        await composer.Button("Klaar voor de groep").ClickAsync();
        await Expect(window.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToContainTextAsync("Nog niet klaar");
        await window.Page.Locator("summary", new() { HasText = "Print" }).ClickAsync();
        await composer.Link("Draaiboekblad").ClickAsync();
        await Expect(window.Page.Locator(".sheet")).ToContainTextAsync("19:00 tot 21:05");
        var paper = await window.PrintAsync();

        Assert.Contains("19:00 tot 21:05", paper.Text);
        Assert.Contains("Samen praten", paper.Text);
    }

    [Fact, Trait("Row", "A6")]
    public async Task A_meeting_of_80_minutes_is_warned_about_and_may_be_called_ready()
    {
        await using var window = await OpenAsync();
        var composer = await Composer.OpenAsync(window, await PlanAsync(80));

        await Expect(composer.Finding("tooShort")).ToContainTextAsync("Dit is 80 minuten.");
        await composer.Button("Klaar voor de groep").ClickAsync();

        await window.Page.WaitForURLAsync("**/runsheet?ready=true");
    }

    [Theory, Trait("Row", "A6")]
    [InlineData(90)]
    [InlineData(120)]
    public async Task A_meeting_of_90_to_120_minutes_passes(int minutes)
    {
        await using var window = await OpenAsync();
        var composer = await Composer.OpenAsync(window, await PlanAsync(minutes));

        await Expect(composer.Finding("length")).ToContainTextAsync($"{minutes} minuten: dit past.");
        await Expect(window.Page.GetByText("Nog niet klaar")).ToHaveCountAsync(0);
        await composer.Button("Klaar voor de groep").ClickAsync();

        await window.Page.WaitForURLAsync("**/runsheet?ready=true");
    }

    [Fact, Trait("Row", "A6")]
    public async Task A_drop_in_of_125_minutes_has_no_such_rule()
    {
        await using var window = await OpenAsync();
        var composer = await Composer.OpenAsync(window, await PlanAsync(125, MeetingKind.DropIn));

        await Expect(composer.Ring).ToBeVisibleAsync();
        await Expect(composer.Finding("tooLong")).ToHaveCountAsync(0);
        await Expect(window.Page.GetByText("Voor dit soort bijeenkomst is er geen regel.")).ToBeVisibleAsync();
        await composer.Button("Klaar voor de groep").ClickAsync();

        await window.Page.WaitForURLAsync("**/runsheet?ready=true");
    }

    [Fact, Trait("Row", "A6")]
    public async Task The_word_goes_when_the_meeting_becomes_shorter()
    {
        await using var window = await OpenAsync();
        var composer = await Composer.OpenAsync(window, await PlanAsync(125));

        await Expect(composer.Finding("tooLong")).ToBeVisibleAsync();
        await composer.Button("5 minuten minder voor Samen praten").ClickAsync();

        await Expect(composer.Finding("length")).ToContainTextAsync("120 minuten: dit past.");
        await Expect(composer.Finding("tooLong")).ToHaveCountAsync(0);
    }

    Task<MeetingPlan> PlanAsync(int minutes, MeetingKind kind = MeetingKind.GroupMeeting) =>
        Meetings.BeginAsync(
            Services,
            Meetings.Evening($"{minutes} minuten") with
            {
                Kind = kind,
            },
            Meetings.Own("Vertellen", 30, Pillar.Know),
            Meetings.Own("Oefenen", 20, Pillar.Do),
            Meetings.Own("Samen praten", minutes - 50, Pillar.Feel)
        );
}
