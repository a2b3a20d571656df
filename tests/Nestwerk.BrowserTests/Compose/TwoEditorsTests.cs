using Nestwerk.BrowserTests.Host;
using Nestwerk.Playbook;
using static Microsoft.Playwright.Assertions;

namespace Nestwerk.BrowserTests.Compose;

public sealed class TwoEditorsTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    const string Hers = "Eén ouder komt met een tolk Arabisch.";
    const string Mine = "We zitten liever op de grond dan aan tafel.";

    [Fact]
    public async Task The_second_one_to_save_sees_both_texts_and_nothing_is_lost()
    {
        await using var nele = await OpenAsync();
        await using var samira = await OpenAsync();
        var facts = Links.Plan((await Meetings.BeginAsync(Services, Meetings.Evening("Met twee"))).Id, "facts");
        foreach (var (window, person) in new[] { (nele, Meetings.Author), (samira, Meetings.Colleague) })
        {
            await window.SignInAsync(person);
            await window.GoAsync(facts);
        }

        await SaveAsync(nele, Hers);
        await nele.Page.WaitForURLAsync(url => !url.EndsWith("/facts", StringComparison.Ordinal));
        var answer = await samira.Page.RunAndWaitForResponseAsync(
            () => SaveAsync(samira, Mine),
            response => response.Request.Method == "POST"
        );

        Assert.Equal(409, answer.Status);
        await Expect(samira.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToContainTextAsync("Iemand anders bewaarde dit intussen.");
        await Expect(samira.Page.Locator(".theirs").Filter(new() { HasText = Hers })).ToBeVisibleAsync();
        await Expect(samira.Page.Locator(".yours").Filter(new() { HasText = Mine })).ToBeVisibleAsync();
        await Expect(samira.Page.GetByLabel("Wat heeft deze groep nodig")).ToHaveValueAsync(Mine);

        await SaveAsync(samira, $"{Hers}\n{Mine}");
        await samira.Page.WaitForURLAsync(url => !url.EndsWith("/facts", StringComparison.Ordinal));
        await nele.GoAsync(facts);

        await Expect(nele.Page.GetByLabel("Wat heeft deze groep nodig")).ToHaveValueAsync($"{Hers}\n{Mine}");
        Assert.Empty(samira.Complaints);
    }

    [Fact]
    public async Task Two_people_in_the_composer_keep_each_others_steps()
    {
        await using var nele = await OpenAsync();
        await using var samira = await OpenAsync();
        var plan = await Meetings.BeginAsync(Services, Meetings.Evening("Met vier handen"), Meetings.Welcome(10), Meetings.Pause(10));
        var hers = await Composer.OpenAsync(nele, plan);
        await samira.SignInAsync(Meetings.Colleague);
        await samira.GoAsync(Links.Plan(plan.Id));
        var mine = new Composer(samira);

        await hers.Button("5 minuten meer voor Onthaal").ClickAsync();
        await hers.ExpectTotalAsync(25);
        await mine.Button("5 minuten meer voor Pauze").ClickAsync();

        await mine.ExpectTotalAsync(30);
    }

    static async Task SaveAsync(Window window, string needs)
    {
        await window.Page.GetByLabel("Wat heeft deze groep nodig").FillAsync(needs);
        await new Composer(window).Button("Bewaar").ClickAsync();
    }
}
