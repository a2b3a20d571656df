using Microsoft.Playwright;
using Nestwerk.BrowserTests.Host;
using Nestwerk.Playbook;
using static Microsoft.Playwright.Assertions;

namespace Nestwerk.BrowserTests.Compose;

public sealed class NoScriptTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    static readonly Look WithoutScript = new(Script: false);

    [Fact, Trait("Row", "A6")]
    public async Task A_ready_meeting_of_105_minutes_is_built_and_printed_with_forms_only()
    {
        await using var window = await OpenAsync(WithoutScript);
        await window.SignInAsync(Meetings.Author);
        var composer = new Composer(window);

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Nieuwe bijeenkomst" }).First.ClickAsync();
        await window.Page.GetByLabel("Naam van de bijeenkomst").FillAsync("Zonder script");
        await composer.Button("Begin").ClickAsync();
        await composer.Button("Onthaal").ClickAsync();
        await composer.AddAsync("wanneer bel", "Wanneer bel ik?");
        await composer.AddAsync("met een golf", "Ademen en bewegen met een golf");
        await composer.Button("Pauze").ClickAsync();
        await composer.AddAsync("een wens", "Een naam, een wens");
        await composer.AddAsync("eerste uur", "Het eerste uur samen");
        await composer.Button("Pauze omlaag").ClickAsync();
        await composer.ExpectOrderAsync(
            "Onthaal",
            "Wanneer bel ik?",
            "Ademen en bewegen met een golf",
            "Een naam, een wens",
            "Pauze",
            "Het eerste uur samen"
        );
        await composer.Button("5 minuten meer voor Onthaal").ClickAsync();
        await composer.Button("Maak ongedaan: minuten").ClickAsync();
        await composer.ExpectTotalAsync(105);
        await composer.Button("Klaar voor de groep").ClickAsync();
        await window.Page.WaitForURLAsync("**/runsheet?ready=true");
        var paper = await window.PrintAsync();

        Assert.Equal("Draaiboekblad", (await window.Page.TitleAsync()).Split(',')[0]);
        Assert.Contains("105 min", paper.Text);
        Assert.Contains("Ademen en bewegen met een golf", paper.Text);
    }

    [Fact]
    public async Task A_changed_block_is_in_sight_when_the_page_comes_back()
    {
        await using var window = await OpenAsync(WithoutScript);
        var blocks = Enumerable.Range(1, 12).Select(number => Meetings.Own($"Blok {number:00}", 10, Pillar.Do));
        var composer = await Composer.OpenAsync(window, await Meetings.BeginAsync(Services, Meetings.Evening("Lang"), [.. blocks]));

        await composer.Button("5 minuten meer voor Blok 12").ClickAsync();

        await composer.ExpectTotalAsync(125);
        await Expect(composer.Block("Blok 12")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_start_is_locked_and_a_block_renamed_with_forms_only()
    {
        await using var window = await OpenAsync(WithoutScript);
        var plan = await Meetings.BeginAsync(Services, Meetings.Evening("Vast"), await Meetings.RecipesAsync(Services, "when-do-i-call"));
        var composer = await Composer.OpenAsync(window, plan);

        await composer.Button("Begintijd van Wanneer bel ik? vastzetten").ClickAsync();
        await composer.Link("Wanneer bel ik? aanpassen").ClickAsync();
        await Expect(window.Page.GetByLabel("Begintijd vastzetten op")).ToHaveValueAsync("19:00");
        await window.Page.GetByLabel("Andere naam voor deze bijeenkomst").FillAsync("Bellen naar de materniteit");
        await composer.Button("Bewaar").ClickAsync();

        await composer.ExpectOrderAsync("Bellen naar de materniteit");
    }
}
