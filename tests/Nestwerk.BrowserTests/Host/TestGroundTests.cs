namespace Nestwerk.BrowserTests.Host;

public sealed class TestGroundTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    [Fact]
    public async Task The_demo_answers_on_a_real_port()
    {
        await using var window = await OpenAsync();

        var answer = await window.GoAsync("/health/live");

        Assert.Equal(200, answer.Status);
    }

    [Theory, MemberData(nameof(Look.Matrix), MemberType = typeof(Look))]
    public async Task The_page_for_what_is_not_there_shuts_nobody_out(Look look)
    {
        await using var window = await OpenAsync(look);

        await window.GoAsync("/error/404");

        await window.CheckAccessibilityAsync();
        await window.CheckFitsAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Without_script_the_page_is_the_same_page()
    {
        await using var window = await OpenAsync(new(Script: false, Language: "fr"));

        await window.GoAsync("/error/404");

        Assert.Equal("fr", await window.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task A_page_can_be_printed_and_its_sheets_counted()
    {
        await using var window = await OpenAsync();

        await window.GoAsync("/error/404");
        var paper = await window.PrintAsync();

        Assert.Equal(1, paper.Sheets);
        Assert.Contains("404", paper.Text);
    }

    [Fact]
    public async Task What_shuts_people_out_is_found_and_named()
    {
        await using var window = await OpenAsync();
        await window.GoAsync("/error/404");
        await window.Page.EvaluateAsync("document.querySelector('main').append(document.createElement('button'))");

        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => window.CheckAccessibilityAsync());

        Assert.Contains("button-name", failure.Message);
    }
}
