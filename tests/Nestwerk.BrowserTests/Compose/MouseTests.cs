using Microsoft.Playwright;
using Nestwerk.BrowserTests.Host;
using Nestwerk.Playbook;
using static Microsoft.Playwright.Assertions;

namespace Nestwerk.BrowserTests.Compose;

public sealed class MouseTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    [Fact, Trait("Row", "A5")]
    public async Task From_an_empty_page_to_a_run_sheet()
    {
        await using var window = await OpenAsync();
        var composer = new Composer(window);
        await window.SignInAsync(Meetings.Author);

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Nieuwe bijeenkomst" }).First.ClickAsync();
        await window.Page.GetByLabel("Naam van de bijeenkomst").FillAsync("Met de muis");
        await composer.Button("Begin").ClickAsync();
        await composer.Button("Onthaal").ClickAsync();
        await composer.ExpectTotalAsync(10);
        await composer.Link("Sessie").ClickAsync();
        await window.Page.GetByLabel("Pijler").SelectOptionAsync(new SelectOptionValue { Label = "doen" });
        await window.Page.GetByLabel("Duur").SelectOptionAsync(new SelectOptionValue { Label = "hoogstens 30 minuten" });
        await composer.Button("Zoek").ClickAsync();
        await composer.Button("Voeg toe: Ademen en bewegen met een golf").ClickAsync();
        await composer.AddAsync("wanneer bel", "Wanneer bel ik?");
        await composer.AddAsync("eerste uur", "Het eerste uur samen");
        await composer.AddAsync("een wens", "Een naam, een wens");
        await composer.ExpectTotalAsync(95);
        await Expect(composer.Finding("length")).ToBeVisibleAsync();

        await composer.Link("Wie, waar, wanneer").ClickAsync();
        await window.Page.GetByLabel("Met hoeveel").FillAsync("9");
        await window.Page.GetByLabel("Begint om").FillAsync("19:30");
        await composer.Button("Bewaar").ClickAsync();
        await Expect(composer.Block("Wanneer bel ik?").Locator(".at")).ToHaveTextAsync("20:05");
        await composer.Button("Klaar voor de groep").ClickAsync();

        await window.Page.WaitForURLAsync("**/runsheet?ready=true");
        await Expect(window.Page.Locator(".sheet")).ToContainTextAsync("19:30 tot 21:05");
        Assert.Empty(window.Complaints);
    }

    [Fact, Trait("Row", "A7")]
    public async Task A_meeting_without_attention_for_feelings_says_so_by_name_until_there_is_some()
    {
        await using var window = await OpenAsync();
        var composer = await BeginAsync(window, "breathing-and-moving-with-a-wave", "when-do-i-call");

        await Expect(composer.Block("Wanneer bel ik?")).ToBeVisibleAsync();
        await composer.Button("Ademen en bewegen met een golf weghalen").ClickAsync();

        await Expect(composer.Finding("absent").Filter(new() { HasText = "voelen" })).ToContainTextAsync("Er is niets voor ‘voelen’.");

        await composer.AddAsync("een wens", "Een naam, een wens");

        await Expect(composer.Finding("absent")).ToHaveCountAsync(0);
    }

    [Fact, Trait("Row", "A7")]
    public async Task Ring_and_findings_follow_each_change_without_loading_the_page()
    {
        await using var window = await OpenAsync();
        var composer = await BeginAsync(window, "when-do-i-call", "a-name-a-wish");
        await window.Page.EvaluateAsync("window.same = true");

        await Expect(composer.Finding("absent")).ToHaveCountAsync(0);
        await composer.Button("Een naam, een wens weghalen").ClickAsync();
        await Expect(composer.Finding("absent")).ToContainTextAsync("voelen");
        await composer.Button("Maak ongedaan: weghalen").ClickAsync();
        await Expect(composer.Finding("absent")).ToHaveCountAsync(0);
        await composer.Button("5 minuten meer voor Wanneer bel ik?").ClickAsync();
        await composer.ExpectTotalAsync(45);

        Assert.True(await window.Page.EvaluateAsync<bool>("window.same"));
    }

    [Fact]
    public async Task A_block_is_dragged_to_another_place()
    {
        await using var window = await OpenAsync();
        var composer = await BeginAsync(window, "when-do-i-call", "a-name-a-wish", "the-first-hour-together");

        await composer.Block("Het eerste uur samen").Locator(".at").DragToAsync(composer.Block("Wanneer bel ik?").Locator(".at"));

        await Expect(composer.Said).ToHaveTextAsync("Het eerste uur samen, plaats 1 van 3, 20 minuten. Begint 19:00.");
        await composer.ExpectOrderAsync("Het eerste uur samen", "Wanneer bel ik?", "Een naam, een wens");
        await window.Page.ReloadAsync();
        await composer.ExpectOrderAsync("Het eerste uur samen", "Wanneer bel ik?", "Een naam, een wens");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_block_after_a_drag_can_be_dragged_again()
    {
        await using var window = await OpenAsync();
        var composer = await BeginAsync(window, "when-do-i-call", "a-name-a-wish", "the-first-hour-together");

        await composer.Block("Het eerste uur samen").Locator(".at").DragToAsync(composer.Block("Wanneer bel ik?").Locator(".at"));
        await Expect(composer.Said).ToContainTextAsync("plaats 1 van 3");
        await composer.Block("Een naam, een wens").Locator(".at").DragToAsync(composer.Block("Wanneer bel ik?").Locator(".at"));

        await Expect(composer.Said).ToContainTextAsync("plaats 2 van 3");
        await composer.ExpectOrderAsync("Het eerste uur samen", "Een naam, een wens", "Wanneer bel ik?");
    }

    [Fact]
    public async Task Whoever_clicks_faster_than_the_answer_loses_no_step()
    {
        await using var window = await OpenAsync();
        var composer = await BeginAsync(window, "when-do-i-call", "a-name-a-wish");

        await window.Page.EvaluateAsync(
            """
            () => {
              const [call, name] = [...document.querySelectorAll("#blocks > [data-block]")];
              for (const key of ["+", "+", "-", "+"]) call.querySelector(`[data-key="${key}"]`).click();
              name.querySelector('[data-key="up"]').click();
            }
            """
        );

        await composer.ExpectTotalAsync(50);
        await composer.ExpectOrderAsync("Een naam, een wens", "Wanneer bel ik?");
    }

    [Fact]
    public async Task A_locked_start_stays_where_it_is_and_undo_takes_back_the_last_step()
    {
        await using var window = await OpenAsync();
        var composer = await BeginAsync(window, "when-do-i-call", "a-name-a-wish");
        var second = composer.Block("Een naam, een wens").Locator(".at");

        await composer.Button("Begintijd van Een naam, een wens vastzetten").ClickAsync();
        await composer.Button("5 minuten minder voor Wanneer bel ik?").ClickAsync();
        await Expect(window.Page.Locator("#blocks .slack")).ToContainTextAsync("5 min open");
        await Expect(second).ToHaveTextAsync("19:25");
        await composer.Button("Maak ongedaan: minuten").ClickAsync();
        await Expect(window.Page.Locator("#blocks .slack")).ToHaveCountAsync(0);
        await composer.Button("Maak ongedaan: tijd vastzetten").ClickAsync();
        await composer.Button("5 minuten minder voor Wanneer bel ik?").ClickAsync();

        await Expect(second).ToHaveTextAsync("19:20");
    }

    [Fact]
    public async Task What_fits_is_proposed_and_the_whole_book_is_one_step_away()
    {
        await using var window = await OpenAsync();
        var composer = await BeginAsync(window, "when-do-i-call", "the-first-hour-together");

        await composer.Link("Sessie").ClickAsync();
        await Expect(window.Page.GetByLabel("Duur")).ToHaveValueAsync("75");
        await Expect(window.Page.GetByLabel("Pijler")).ToHaveValueAsync("Do");
        await composer.Link("Wis de filter").ClickAsync();

        await Expect(window.Page.GetByLabel("Pijler")).ToHaveValueAsync("");
        await Expect(
                window.Page.GetByRole(AriaRole.Heading, new() { Name = $"{await Meetings.RecipesInUseAsync(Services)} sessies passen" })
            )
            .ToBeVisibleAsync();
    }

    async Task<Composer> BeginAsync(Window window, params string[] recipes)
    {
        var plan = await Meetings.BeginAsync(Services, Meetings.Evening("Met de muis"), await Meetings.RecipesAsync(Services, recipes));
        return await Composer.OpenAsync(window, plan);
    }
}
