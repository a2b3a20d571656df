using Nestwerk.BrowserTests.Host;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Live;
using static Microsoft.Playwright.Assertions;

namespace Nestwerk.BrowserTests.Live;

/// <summary>A meeting on a phone in a room without reception.</summary>
[Trait("Row", "A6")]
public sealed class LiveRunTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    static readonly Look Phone = new(Look.Phone);

    [Fact]
    public async Task Without_a_connection_it_goes_on_survives_a_reload_and_catches_up_afterwards()
    {
        await using var window = await OpenAsync(Phone);
        var live = await LiveScreen.OpenAsync(window, await NewPlanAsync("Zonder bereik"));
        await live.BeginAsync();
        await live.WaitUntilKeptAsync();

        await window.Page.Context.SetOfflineAsync(true);
        await live.Button("Volgende: Praten").ClickAsync();
        await live.Button("5 minuten meer").ClickAsync();
        await live.Button("Laat weg: Pauze").ClickAsync();
        await Expect(live.Waiting).ToContainTextAsync("(3)");
        var until = await live.Until.TextContentAsync();
        await window.Page.ReloadAsync();

        await Expect(live.Title).ToHaveTextAsync("Praten");
        await Expect(live.Until).ToHaveTextAsync(until!);
        await Expect(live.Button("Volgende: Bewegen")).ToBeVisibleAsync();
        await Expect(live.Waiting).ToContainTextAsync("(3)");

        await window.Page.Context.SetOfflineAsync(false);
        await Expect(live.Waiting).ToBeEmptyAsync();
        await live.ExpectStepsAtServerAsync(3);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_phone_keeps_this_page_and_what_it_is_made_of_and_nothing_else()
    {
        await using var window = await OpenAsync(Phone);
        var plan = await NewPlanAsync("Niets meer dan dit");
        var live = await LiveScreen.OpenAsync(window, plan);
        await live.BeginAsync();
        await live.WaitUntilKeptAsync();
        await window.Page.ReloadAsync();
        await window.GoAsync(Links.Plan(plan.Id, "runsheet"));
        await window.GoAsync(Links.Plan(plan.Id));

        var kept = await window.Page.EvaluateAsync<string[]>(
            "async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat()"
        );

        Assert.Contains(RunLinks.Run(plan.Id), kept);
        Assert.Contains("/run-clock.js", kept);
        Assert.All(kept, path => Assert.True(path == RunLinks.Run(plan.Id) || IsFile(path), path));
    }

    [Fact]
    public async Task After_an_update_the_page_offers_to_load_itself_again_and_does_not_do_so_by_itself()
    {
        await using var window = await OpenAsync(Phone);
        var plan = await NewPlanAsync("Nieuwe versie");
        var live = await LiveScreen.OpenAsync(window, plan);
        await live.BeginAsync();
        var reload = window.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Laad opnieuw" });
        await Expect(reload).ToBeHiddenAsync();
        await window.Page.EvaluateAsync("window.isStillHere = true");

        await window.Page.EvaluateAsync(
            """
            () => {
              const ask = window.fetch;
              window.fetch = async (...wanted) => {
                const answer = await ask(...wanted);
                return new Response(JSON.stringify({ ...(await answer.json()), version: "another" }), { status: answer.status });
              };
            }
            """
        );
        await live.Button("5 minuten meer").ClickAsync();

        await Expect(reload).ToBeVisibleAsync();
        Assert.True(await window.Page.EvaluateAsync<bool>("window.isStillHere"));
        Assert.Equal(RunLinks.Run(plan.Id), await reload.GetAttributeAsync("href"));
    }

    [Fact]
    public async Task Two_facilitators_see_the_same_block_and_the_same_end()
    {
        var plan = await NewPlanAsync("Met twee telefoons");
        await using var nele = await OpenAsync(Phone);
        await using var samira = await OpenAsync(Phone);
        var hers = await LiveScreen.OpenAsync(nele, plan);
        await hers.BeginAsync();
        var mine = await LiveScreen.OpenAsync(samira, plan, Meetings.Colleague);

        await hers.Button("Volgende: Praten").ClickAsync();
        await hers.Button("5 minuten meer").ClickAsync();

        await Expect(hers.Waiting).ToBeEmptyAsync();
        await Expect(mine.Title).ToHaveTextAsync("Praten", new() { Timeout = 20_000 });
        await Expect(mine.Until).ToHaveTextAsync((await hers.Until.TextContentAsync())!, new() { Timeout = 20_000 });
    }

    [Fact, Trait("Row", "R13")]
    public async Task When_the_ordinary_session_is_over_what_is_pressed_still_arrives()
    {
        await using var window = await OpenAsync(Phone);
        var plan = await NewPlanAsync("Langer dan de sessie");
        var live = await LiveScreen.OpenAsync(window, plan);
        await live.BeginAsync();
        await window.Page.Context.ClearCookiesAsync(new() { Name = "nestwerk" });

        await live.Button("Volgende: Praten").ClickAsync();
        await Expect(live.Waiting).ToBeEmptyAsync();
        await window.Page.ReloadAsync();

        await Expect(live.Title).ToHaveTextAsync("Praten");
        await live.ExpectStepsAtServerAsync(1);
        await window.GoAsync(Links.Plans);
        Assert.Contains("/sign-in", window.Page.Url);
    }

    [Fact]
    public async Task A_meeting_runs_to_its_end_without_a_script()
    {
        await using var window = await OpenAsync(new(Look.Phone, Script: false));
        var live = await LiveScreen.OpenAsync(window, await NewPlanAsync("Zonder script"));
        await live.BeginAsync();

        await live.Button("5 minuten meer").ClickAsync();
        await live.Button("Laat weg: Pauze").ClickAsync();
        await live.Button("Volgende: Praten").ClickAsync();
        await live.Button("Volgende: Bewegen").ClickAsync();
        await live.Button("Rond af").ClickAsync();

        await Expect(window.Page.GetByText("Mooi gedaan")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_wipes_what_the_phone_kept()
    {
        await using var window = await OpenAsync(Phone);
        var live = await LiveScreen.OpenAsync(window, await NewPlanAsync("Weg ermee"));
        await live.BeginAsync();
        await live.WaitUntilKeptAsync();

        await window.GoAsync(Links.Plans);
        await window.Page.Locator("header .menu > summary").ClickAsync();
        await window.Page.Locator("form[action='/sign-out'] button").ClickAsync();
        await window.Page.WaitForURLAsync(url => !url.EndsWith("/playbook/plans", StringComparison.Ordinal));

        Assert.Empty(await window.Page.EvaluateAsync<string[]>("caches.keys()"));
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("navigator.serviceWorker.getRegistrations().then(all => all.length)"));
    }

    static bool IsFile(string path) => path.StartsWith("/fonts/", StringComparison.Ordinal) || path.LastIndexOf('/') == 0;

    Task<MeetingPlan> NewPlanAsync(string title) =>
        Meetings.BeginAsync(
            Services,
            Meetings.Evening(title),
            Meetings.Welcome(10),
            Meetings.Own("Praten", 30, Pillar.Feel),
            Meetings.Pause(15),
            Meetings.Own("Bewegen", 20, Pillar.Do)
        );
}
