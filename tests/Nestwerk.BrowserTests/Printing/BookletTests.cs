using System.Text.RegularExpressions;
using Nestwerk.BrowserTests.Host;
using Nestwerk.Cli.Demo;
using Nestwerk.Playbook;

namespace Nestwerk.BrowserTests.Printing;

[Trait("Row", "A15")]
public sealed partial class BookletTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    static readonly string Two =
        $"{Links.Booklet}?recipe={DemoWorld.Recipe("when-do-i-call")}&recipe={DemoWorld.Recipe("making-a-safe-bed")}";

    [Theory]
    [InlineData("nl", "Doelstellingen", "Link met thema", "Beschrijving", "Duur", "Materiaal")]
    [InlineData("fr", "Objectifs", "Lien avec", "Description", "Durée", "Matériel")]
    public async Task Each_session_begins_on_a_sheet_of_its_own_with_the_five_headings_in_order(string language, params string[] headings)
    {
        await using var window = await OpenAsync();
        await window.SignInAsync(Meetings.Author);
        await window.GoAsync($"{Two}&lang={language}");

        var paper = await window.PrintAsync();

        var sheets = paper.Text.Split('\f');
        Assert.InRange(paper.Sheets, 4, 6);
        foreach (var number in new[] { 1, 2 })
        {
            var title = Head(await window.Page.Locator("article h2").Nth(number - 1).InnerTextAsync());
            var first = Assert.Single(
                Enumerable.Range(2, paper.Sheets - 2),
                sheet => Head(sheets[sheet]).Contains(title, StringComparison.Ordinal)
            );
            var rest = string.Join('\n', sheets.Skip(first));
            var places = headings
                .Select((heading, at) => Regex.Match(rest, $@"^\s*{at + 1}\s+{heading}\b", RegexOptions.Multiline))
                .ToList();
            Assert.All(places, place => Assert.True(place.Success, rest));
            Assert.Equal(places.Select(place => place.Index).Order(), places.Select(place => place.Index));
        }
    }

    [Fact]
    public async Task The_cover_says_whose_it_is_and_the_next_sheets_what_is_in_it()
    {
        await using var window = await OpenAsync();
        await window.GoAsync($"/nl/book/{DemoWorld.Book}/print");

        var paper = await window.PrintAsync();

        var sheets = paper.Text.Split('\f');
        var contents = string.Concat(sheets.Skip(1).TakeWhile(sheet => !sheet.Contains("Doelstellingen", StringComparison.Ordinal)));
        Assert.All(
            ["Draaiboek Dender", $"{SampleBook.Read("").Count} sessies", "Kraamzorg De Dender", "Bijgewerkt tot", "CC-BY-SA-4.0"],
            word => Assert.Contains(word, sheets[0])
        );
        Assert.All(
            ["Inhoud", "Onze baby groeit", "Wanneer bel ik?", $"{SampleBook.Read("").Count}"],
            word => Assert.Contains(word, contents)
        );
        Assert.DoesNotContain("Doelstellingen", sheets[0]);
    }

    [Fact]
    public async Task It_needs_no_colour_and_no_menu_is_on_it()
    {
        await using var window = await OpenAsync();
        await window.SignInAsync(Meetings.Author);
        await window.GoAsync(Two);

        var paper = await window.PrintAsync();

        Assert.True(await paper.IsBlackAndWhiteAsync(), "There is colour on the sheet.");
        Assert.All(
            ["Demo", "Samenstellen", "Kies sessies", "Vrije software", "A4, zwart-wit"],
            word => Assert.DoesNotContain(word, paper.Text)
        );
    }

    /// <summary>The first lines of a sheet, with single spaces.</summary>
    static string Head(string sheet) =>
        Spaces().Replace(string.Join(' ', sheet.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(3)), " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
