using Microsoft.Playwright;
using Nestwerk.BrowserTests.Host;
using Nestwerk.Playbook;
using static Microsoft.Playwright.Assertions;

namespace Nestwerk.BrowserTests.Compose;

public sealed class KeyboardTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    [Fact, Trait("Row", "A6")]
    public async Task A_ready_meeting_of_105_minutes_is_built_with_keys_only()
    {
        await using var window = await OpenAsync();
        await window.SignInAsync(Meetings.Author);
        var composer = new Composer(window);
        var keys = new Keyboard(window.Page);

        await keys.TabToAsync(window.Page.GetByRole(AriaRole.Link, new() { Name = "Nieuwe bijeenkomst" }).First);
        await keys.PressAsync("Enter");
        await keys.TabToAsync(window.Page.GetByLabel("Naam van de bijeenkomst"));
        await keys.TypeAsync("Zonder muis");
        await keys.PressAsync("Enter");
        await keys.TabToAsync(composer.Button("Onthaal"));
        await keys.PressAsync("Enter");
        await Expect(composer.Block("Onthaal")).ToBeFocusedAsync();
        foreach (var title in new[] { "Wanneer bel ik?", "Ademen en bewegen met een golf", "Een naam, een wens", "Het eerste uur samen" })
            await AddAsync(composer, keys, title);
        await composer.ExpectTotalAsync(95);
        await keys.PressAsync("+", "+");
        await composer.ExpectTotalAsync(105);
        await Expect(composer.Finding("length")).ToBeVisibleAsync();
        await keys.TabToAsync(composer.Button("Klaar voor de groep"));
        await keys.PressAsync("Enter");

        await window.Page.WaitForURLAsync("**/runsheet?ready=true");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Each_key_does_what_it_promises_says_it_and_keeps_the_place()
    {
        await using var window = await OpenAsync();
        var recipes = await Meetings.RecipesAsync(Services, "when-do-i-call", "a-name-a-wish", "the-first-hour-together");
        var composer = await Composer.OpenAsync(window, await Meetings.BeginAsync(Services, Meetings.Evening("Met toetsen"), recipes));
        var keys = new Keyboard(window.Page);
        var (call, name) = (composer.Block("Wanneer bel ik?"), composer.Block("Een naam, een wens"));

        await keys.TabToAsync(call);
        await keys.PressAsync("ArrowDown");
        await Expect(name).ToBeFocusedAsync();
        await keys.SeesWhereSheIsAsync();

        await PressAsync("Alt+ArrowDown", "Een naam, een wens, plaats 3 van 3, 15 minuten. Begint 19:45.");
        await composer.ExpectOrderAsync("Wanneer bel ik?", "Het eerste uur samen", "Een naam, een wens");
        await PressAsync("Alt+ArrowUp", "Een naam, een wens, plaats 2 van 3, 15 minuten. Begint 19:25.");
        await PressAsync("+", "Een naam, een wens, plaats 2 van 3, 20 minuten. Begint 19:25.");
        await PressAsync("-", "Een naam, een wens, plaats 2 van 3, 15 minuten. Begint 19:25.");
        await PressAsync("l", "Een naam, een wens, plaats 2 van 3, 15 minuten. Begint 19:25, die tijd staat vast.");
        await Expect(name.Locator("[data-key=l]")).ToHaveAttributeAsync("aria-pressed", "true");
        await keys.PressAsync("Control+z");
        await Expect(composer.Said).ToHaveTextAsync("Ongedaan gemaakt. Nu 3 blokken, 60 minuten.");
        await Expect(name).ToBeFocusedAsync();
        Assert.Empty(window.Complaints);

        async Task PressAsync(string key, string said)
        {
            await keys.PressAsync(key);
            await Expect(composer.Said).ToHaveTextAsync(said);
            await Expect(name).ToBeFocusedAsync();
            await keys.SeesWhereSheIsAsync();
        }
    }

    [Fact]
    public async Task Delete_removes_a_block_and_the_next_one_has_the_focus()
    {
        await using var window = await OpenAsync();
        var recipes = await Meetings.RecipesAsync(Services, "when-do-i-call", "a-name-a-wish");
        var composer = await Composer.OpenAsync(window, await Meetings.BeginAsync(Services, Meetings.Evening("Weg ermee"), recipes));
        var keys = new Keyboard(window.Page);

        await keys.TabToAsync(composer.Block("Wanneer bel ik?"));
        await keys.PressAsync("Delete");
        await Expect(composer.Said).ToHaveTextAsync("Weggehaald. Nu 1 blok, 15 minuten.");
        await Expect(composer.Block("Een naam, een wens")).ToBeFocusedAsync();
        await keys.PressAsync("Delete");
        await Expect(composer.Said).ToHaveTextAsync("Weggehaald. Nu 0 blokken, 0 minuten.");
        await Expect(composer.Link("Sessie")).ToBeFocusedAsync();
        await keys.PressAsync("Control+z");

        await composer.ExpectOrderAsync("Een naam, een wens");
        await Expect(composer.Said).ToHaveTextAsync("Ongedaan gemaakt. Nu 1 blok, 15 minuten.");
    }

    [Fact]
    public async Task A_button_that_was_pressed_keeps_the_focus()
    {
        await using var window = await OpenAsync();
        var recipes = await Meetings.RecipesAsync(Services, "when-do-i-call", "a-name-a-wish");
        var composer = await Composer.OpenAsync(window, await Meetings.BeginAsync(Services, Meetings.Evening("Op de knop"), recipes));
        var keys = new Keyboard(window.Page);
        var more = composer.Button("5 minuten meer voor Een naam, een wens");

        await keys.TabToAsync(more);
        await keys.PressAsync("Enter");
        await composer.ExpectTotalAsync(45);
        await Expect(more).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await composer.ExpectTotalAsync(50);
        await keys.TabToAsync(composer.Button("Maak ongedaan: minuten"));
        await keys.PressAsync("Enter");
        await composer.ExpectTotalAsync(45);

        await Expect(composer.Button("Maak ongedaan: minuten")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Letters_typed_in_a_field_are_letters()
    {
        await using var window = await OpenAsync();
        var plan = await Meetings.BeginAsync(
            Services,
            Meetings.Evening("Letters"),
            await Meetings.RecipesAsync(Services, "when-do-i-call")
        );
        var composer = await Composer.OpenAsync(window, plan);
        var keys = new Keyboard(window.Page);

        await keys.TabToAsync(composer.Block("Wanneer bel ik?"));
        await keys.PressAsync("Enter");
        await keys.TabToAsync(window.Page.GetByLabel("Notitie"));
        await keys.TypeAsync("al la +");
        await keys.PressAsync("Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab");

        await Expect(window.Page.GetByLabel("Notitie")).ToHaveValueAsync("al la +");
    }

    static async Task AddAsync(Composer composer, Keyboard keys, string title)
    {
        await keys.PressAsync("a");
        await keys.TabToAsync(composer.Link("Wis de filter"));
        await keys.PressAsync("Enter");
        await keys.TabToAsync(composer.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Searchbox));
        await keys.TypeAsync(title);
        await keys.PressAsync("Enter");
        await keys.TabToAsync(composer.Button($"Voeg toe: {title}"));
        await keys.PressAsync("Enter");
        await Expect(composer.Block(title)).ToBeFocusedAsync();
    }
}
