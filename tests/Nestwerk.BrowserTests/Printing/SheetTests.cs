using System.Text.RegularExpressions;
using Nestwerk.BrowserTests.Host;
using Nestwerk.Cli.Demo;
using Nestwerk.Playbook;
using static Microsoft.Playwright.Assertions;

namespace Nestwerk.BrowserTests.Printing;

public sealed partial class SheetTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    [Fact, Trait("Row", "A8")]
    public async Task The_packing_list_has_one_line_for_what_two_sessions_use()
    {
        await using var window = await OpenAsync();
        var recipes = await Meetings.RecipesAsync(Services, "breathing-and-moving-with-a-wave", "making-a-safe-bed");
        await GoAsync(window, await Meetings.BeginAsync(Services, Meetings.Evening("Inpakken"), recipes), "packing");

        var paper = await window.PrintAsync();

        var line = Assert.Single(paper.Text.Split('\n'), line => line.Contains("kussen", StringComparison.Ordinal));
        Assert.Contains("11 × kussen", line);
        Assert.Contains("10 voor Ademen en bewegen met een golf", paper.Text);
        Assert.Contains("1 voor Een veilig bed, samen opgemaakt", paper.Text);
        await IsPlainAsync(paper);
    }

    [Fact, Trait("Row", "A8")]
    public async Task The_packing_list_sums_over_the_meetings_that_were_chosen()
    {
        await using var window = await OpenAsync();
        var recipes = await Meetings.RecipesAsync(Services, "breathing-and-moving-with-a-wave");
        var one = await Meetings.BeginAsync(Services, Meetings.Evening("Dinsdag"), recipes);
        var two = await Meetings.BeginAsync(Services, Meetings.Evening("Donderdag") with { People = 6 }, recipes[0].Copy());
        await window.SignInAsync(Meetings.Author);

        await window.GoAsync($"{Links.Packing}?plan={one.Id}&plan={two.Id}");
        var paper = await window.PrintAsync();

        Assert.Contains("16 × matje", paper.Text);
        Assert.Contains("10 voor Ademen en bewegen met een golf, Dinsdag", Spaces().Replace(paper.Text, " "));
    }

    [Fact]
    public async Task The_sheet_for_parents_can_be_had_in_another_language()
    {
        await using var window = await OpenAsync();
        await GoAsync(
            window,
            await Meetings.BeginAsync(Services, Meetings.Evening("Voor thuis"), await Meetings.RecipesAsync(Services, "when-do-i-call")),
            "handout"
        );
        await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Français" }).ClickAsync();
        await Expect(window.Page.Locator("main")).ToHaveAttributeAsync("lang", "fr");

        var paper = await window.PrintAsync();

        Assert.Equal(1, paper.Sheets);
        Assert.Contains("112", paper.Text);
        Assert.DoesNotContain("Twijfel je?", paper.Text);
        Assert.DoesNotContain("Nederlands", paper.Text);
        await IsPlainAsync(paper);
    }

    [Theory, Trait("Row", "A1")]
    [InlineData("nl", "Doelstellingen", "Link met thema", "Beschrijving", "Duur", "Materiaal")]
    [InlineData("fr", "Objectifs", "Lien avec", "Description", "Durée", "Matériel")]
    public async Task The_card_of_a_session_prints_all_five_headings_in_order(string language, params string[] headings)
    {
        await using var window = await OpenAsync(new(Language: language));
        await window.SignInAsync(Meetings.Author);
        await window.GoAsync(Links.Recipe(DemoWorld.Recipe("when-do-i-call"), "card"));

        var paper = await window.PrintAsync();

        var places = headings
            .Select((heading, number) => new Regex($@"^\s*{number + 1}\s+{heading}\b", RegexOptions.Multiline).Match(paper.Text))
            .ToList();
        Assert.All(places, place => Assert.True(place.Success, paper.Text));
        Assert.InRange(paper.Sheets, 1, 2);
        Assert.Equal(places.Select(place => place.Index).Order(), places.Select(place => place.Index));
        await IsPlainAsync(paper);
    }

    /// <summary>No colour is needed, and no menu, button or banner is on it.</summary>
    static async Task IsPlainAsync(Paper paper)
    {
        Assert.True(await paper.IsBlackAndWhiteAsync(), "There is colour on the sheet.");
        Assert.All(
            ["Demo", "Samenstellen", "Composer", "Vrije software", "Logiciel libre"],
            word => Assert.DoesNotContain(word, paper.Text)
        );
    }

    async Task GoAsync(Window window, MeetingPlan plan, string sheet)
    {
        await window.SignInAsync(Meetings.Author);
        await window.GoAsync(Links.Plan(plan.Id, sheet));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
