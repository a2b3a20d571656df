using Microsoft.Playwright;
using Nestwerk.BrowserTests.Host;
using Nestwerk.Playbook;

namespace Nestwerk.BrowserTests.Printing;

public sealed class RunSheetTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    /// <summary>A full evening, with everything written down that can be.</summary>
    static readonly PlanFacts TwoHours = Meetings.Evening("Twee uur met tien") with
    {
        Languages = "Nederlands, Arabisch, Turks",
        Needs = "Twee ouders komen met een tolk. Liever doen en tonen dan lezen.",
        Practical = "Sleutel bij de conciërge. Zaal open vanaf 18.30 uur. Bel de tolk om 18 uur.",
        Agreements = "Wat hier gezegd wordt, blijft hier. Zwijgen mag. We geven alleen raad als iemand erom vraagt.",
    };

    static readonly string[] Titles =
    [
        "Onthaal",
        "Een naam, een wens",
        "Wanneer bel ik?",
        "Pauze",
        "Ademen en bewegen met een golf",
        "Het eerste uur samen",
        "De slaaplijn",
    ];

    [Fact]
    public async Task A_meeting_of_two_hours_is_at_most_two_sheets_on_which_everything_stands()
    {
        await using var window = await OpenAsync();
        await GoAsync(window);

        var paper = await window.PrintAsync();

        Assert.InRange(paper.Sheets, 1, 2);
        Assert.All(Titles, title => Assert.Contains(title, paper.Text));
        Assert.All(
            ["19:00 tot 21:00", "19:10", "19:25", "19:50", "20:00", "20:25", "20:45", "21:00"],
            time => Assert.Contains(time, paper.Text)
        );
        Assert.All(
            ["10 × matje", "25 min", "10 ouders", "Sleutel bij de conciërge", "Zwijgen mag", "Wat liep anders"],
            word => Assert.Contains(word, paper.Text)
        );
    }

    [Fact]
    public async Task Nothing_on_the_run_sheet_needs_colour()
    {
        await using var window = await OpenAsync();
        await GoAsync(window);

        var paper = await window.PrintAsync();

        Assert.True(await paper.IsBlackAndWhiteAsync(), "There is colour on the sheet.");
        Assert.All(["kennis", "doen", "voelen"], pillar => Assert.Contains(pillar, paper.Text));
    }

    [Fact]
    public async Task Only_the_sheet_is_printed()
    {
        await using var window = await OpenAsync();
        await GoAsync(window);

        var paper = await window.PrintAsync();

        Assert.All(
            ["Demo", "Samenstellen", "Print", "Vrije software", "Naar de inhoud", "Nele Verhasselt Menu", "A4, zwart-wit"],
            word => Assert.DoesNotContain(word, paper.Text)
        );
    }

    [Fact]
    public async Task The_times_are_read_from_a_table_away()
    {
        await using var window = await OpenAsync();
        await GoAsync(window);
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var points = await window.Page.EvaluateAsync<double>(
            "parseFloat(getComputedStyle(document.querySelector('.sheet .at')).fontSize) * 72 / 96"
        );

        Assert.True(points >= 20, $"The times are {points} points.");
    }

    [Fact]
    public async Task No_block_is_torn_over_two_sheets()
    {
        await using var window = await OpenAsync();
        await GoAsync(window);
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var torn = await window.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('.sheet .blocks > li, .sheet .tick > li')].filter(item => getComputedStyle(item).breakInside !== 'avoid').map(item => item.textContent)"
        );

        Assert.Empty(torn);
    }

    [Fact]
    public async Task A_meeting_without_a_start_counts_its_minutes()
    {
        await using var window = await OpenAsync();
        var plan = await Meetings.BeginAsync(Services, new() { Title = "Ooit" }, Meetings.Welcome(10), Meetings.Pause(15));
        await window.SignInAsync(Meetings.Author);
        await window.GoAsync(Links.Plan(plan.Id, "runsheet"));

        var paper = await window.PrintAsync();

        Assert.Equal(1, paper.Sheets);
        Assert.All(["25 min", "+0", "+10", "+25"], word => Assert.Contains(word, paper.Text));
    }

    async Task GoAsync(Window window)
    {
        var first = await Meetings.RecipesAsync(Services, "a-name-a-wish", "when-do-i-call");
        var then = await Meetings.RecipesAsync(Services, "breathing-and-moving-with-a-wave", "the-first-hour-together", "the-sleep-line");
        var plan = await Meetings.BeginAsync(Services, TwoHours, [Meetings.Welcome(10), .. first, Meetings.Pause(10), .. then]);
        await window.SignInAsync(Meetings.Author);
        await window.GoAsync(Links.Plan(plan.Id, "runsheet"));
    }
}
