using Nestwerk.BrowserTests.Host;
using Nestwerk.Cli.Demo;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Logbook;
using Nestwerk.Playbook.Together;

namespace Nestwerk.BrowserTests.Printing;

/// <summary>What became of a meeting, the figures of a book and two versions side by side print cleanly on A4.</summary>
public sealed class LogSheetTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    [Fact, Trait("Row", "A12")]
    public async Task A_log_fits_on_two_sheets_and_says_what_went_differently()
    {
        await using var window = await OpenAsync();
        await window.SignInAsync(Meetings.Author);
        await window.GoAsync(LogLinks.Log(DemoIds.For($"given {DemoWorld.Ninove} Straks met drie -304")));

        var paper = await window.PrintAsync();

        Assert.InRange(paper.Sheets, 1, 2);
        Assert.Contains("Hoe liep het?", paper.Text);
        Assert.Contains("anders gelopen", paper.Text);
        Assert.DoesNotContain("Vul aan", paper.Text);
    }

    [Fact, Trait("Row", "A12")]
    public async Task The_figures_of_a_book_print_as_a_table_with_every_session_that_speaks()
    {
        await using var window = await OpenAsync();
        await window.SignInAsync("Tom Beeckman");
        await window.GoAsync(LogLinks.Quality);
        var sessions = await window.Page.Locator("main tbody th").AllInnerTextsAsync();

        var paper = await window.PrintAsync();

        Assert.InRange(paper.Sheets, 1, 2);
        Assert.NotEmpty(sessions);
        Assert.All(sessions, session => Assert.Contains(session.Split(' ')[0], paper.Text));
        Assert.DoesNotContain("Toon", paper.Text);
    }

    [Fact, Trait("Row", "A10")]
    public async Task Two_versions_print_side_by_side_with_their_marks()
    {
        await using var window = await OpenAsync();
        await window.SignInAsync(Meetings.Author);
        await window.GoAsync(TogetherLinks.Compare(DemoWorld.Recipe("three-corners-bath-nappy-sling")) + "?from=1&to=2");

        var paper = await window.PrintAsync();

        Assert.InRange(paper.Sheets, 1, 2);
        Assert.Contains("afwasteil", paper.Text);
    }
}
