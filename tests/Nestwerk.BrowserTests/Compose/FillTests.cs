using Nestwerk.BrowserTests.Host;
using static Microsoft.Playwright.Assertions;

namespace Nestwerk.BrowserTests.Compose;

public sealed class FillTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    [Fact, Trait("Row", "A7")]
    public async Task A_welcome_becomes_a_balanced_meeting_in_two_presses_and_one_press_undoes_it()
    {
        await using var window = await OpenAsync();
        var composer = await Composer.OpenAsync(
            window,
            await Meetings.BeginAsync(Services, Meetings.Evening("Aanvullen") with { WantedMinutes = 105 }, Meetings.Welcome(10))
        );

        await composer.Link("Vul aan").ClickAsync();
        await Expect(window.Page.Locator("[data-proposal]")).ToHaveCountAsync(3);
        await window.Page.GetByLabel("Ouders weten wat een kind met hun relatie doet").CheckAsync();
        await composer.Button("Zoek opnieuw").ClickAsync();
        await Expect(window.Page.GetByLabel("Ouders weten wat een kind met hun relatie doet")).ToBeCheckedAsync();
        await Expect(window.Page.Locator("[data-proposal='1'] [data-reason=goals]")).ToContainTextAsync("Werkt aan wat je vroeg");
        await composer.Button("Zet erbij: voorstel 1").ClickAsync();
        await composer.ExpectTotalAsync(105);
        await Expect(composer.Finding("absent")).ToHaveCountAsync(0);
        await composer.Button("Maak ongedaan: aanvullen").ClickAsync();

        await composer.ExpectOrderAsync("Onthaal");
    }
}
