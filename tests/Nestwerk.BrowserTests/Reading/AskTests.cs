using Microsoft.Playwright;
using Nestwerk.BrowserTests.Host;
using Nestwerk.Cli.Demo;
using static Microsoft.Playwright.Assertions;

namespace Nestwerk.BrowserTests.Reading;

/// <summary>Somebody who passes by finds the open book and asks; the one who is named reads it and says that she answered.</summary>
[Trait("Row", "A15")]
public sealed class AskTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_visitor_asks_and_the_contact_reads_and_answers(bool script)
    {
        var text = $"Mogen wij de kaartjes vertalen? ({(script ? "met" : "zonder")} script)";
        await using (var visitor = await OpenAsync(new(Width: Look.Phone, Script: script)))
            await AskAsync(visitor, text);

        await using var contact = await OpenAsync(new(Script: script));
        await contact.SignInAsync("Tom Beeckman");
        await contact.GoAsync("/playbook");
        await contact.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Vragen") }).ClickAsync();
        var question = contact.Page.Locator("article").Filter(new() { HasText = text });
        await Expect(question).ToContainTextAsync("Wanneer bel ik?");
        await Expect(question.GetByRole(AriaRole.Link, new() { Name = "ellen@voorbeeld.example" })).ToBeVisibleAsync();
        await question.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(question).ToContainTextAsync("door Tom Beeckman");
        await Expect(question.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        Assert.Empty(contact.Complaints);
    }

    static async Task AskAsync(Window visitor, string text)
    {
        var page = visitor.Page;
        await visitor.GoAsync("/nl");
        await page.GetByRole(AriaRole.Link, new() { Name = "Draaiboek Dender" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Wanneer bel ik?" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Stel een vraag" }).ClickAsync();
        await page.GetByLabel("Je vraag").FillAsync(text);
        await page.GetByLabel("Hoe bereiken we je?").FillAsync("ellen@voorbeeld.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verstuur je vraag" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Dank je, je vraag is aangekomen" })).ToBeVisibleAsync();
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task A_visitor_changes_language_and_stays_with_the_same_session()
    {
        await using var visitor = await OpenAsync();
        await visitor.GoAsync($"/nl/book/{DemoWorld.Book}/{DemoWorld.Recipe("when-do-i-call")}");

        await visitor.Page.Locator("header .menu > summary").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Français" }).ClickAsync();

        await Expect(visitor.Page).ToHaveURLAsync($"/fr/book/{DemoWorld.Book}/{DemoWorld.Recipe("when-do-i-call")}");
        await Expect(visitor.Page.Locator(".rub h2").First).ToContainTextAsync("Objectifs");
    }
}
