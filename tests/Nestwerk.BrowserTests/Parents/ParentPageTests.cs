using Microsoft.Playwright;
using Nestwerk.BrowserTests.Host;
using Nestwerk.Families;
using Nestwerk.Families.My;
using Nestwerk.Families.Tongues;

namespace Nestwerk.BrowserTests.Parents;

/// <summary>Her page in a real browser: without script, on a small phone, in every language, light enough for an old one.</summary>
[Trait("Row", "B15")]
public sealed class ParentPageTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    const int MostBytes = 30 * 1024;
    const int MostRequests = 4;
    static readonly string[] Hers =
    [
        Links.MyPage,
        Links.MyPeople,
        Links.MyLooks,
        Links.MyStory,
        Links.MyDetails,
        Links.MyRights,
        Links.MyCopy,
    ];
    static readonly string[] AboutColour = ["color-contrast", "link-in-text-block"];

    public static TheoryData<string> Codes => [.. Tongue.OfTheProduct.Select(tongue => tongue.Code)];

    [Theory, MemberData(nameof(Codes))]
    public async Task Shuts_nobody_out_in_any_language(string code)
    {
        await using var window = await InsideAsync(new(Look.SmallPhone), code);
        string[] pages = [.. Hers, Links.MyErase, Links.MyLanguage, Links.My];

        foreach (var page in pages)
        {
            await window.GoAsync(page);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await window.CheckAccessibilityAsync(scheme == ColorScheme.Dark ? AboutColour : []);
            }
            await window.CheckFitsAsync();
        }

        Assert.Equal(code == "ar" ? "rtl" : "ltr", await window.Page.Locator("html").GetAttributeAsync("dir"));
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData("nl-plain")]
    [InlineData("ar")]
    public async Task She_looks_writes_shares_and_stops_without_script(string code)
    {
        await using var window = await InsideAsync(new(Look.Phone, Script: false), code);
        var page = window.Page;

        await page.Locator(".tile").Nth(2).ClickAsync();
        await page.Locator("#Words").FillAsync("أنام قليلاً.");
        await page.Locator("form[action='/my/story'] .btn.go").ClickAsync();
        var told = await page.Locator(".told").Last.TextContentAsync();
        await page.Locator(".back").ClickAsync();
        await page.Locator(".tile").First.ClickAsync();
        var people = await page.Locator("article.card").CountAsync();
        await LeaveAsync(page);
        await window.GoAsync(Links.MyPage);

        Assert.Equal("أنام قليلاً.", told);
        Assert.True(people > 0);
        Assert.Equal(Links.My, new Uri(page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Every_page_of_hers_comes_in_four_requests_and_thirty_kilobytes()
    {
        await using var window = await InsideAsync(new(Look.Phone), "ar");
        foreach (var address in Hers)
        {
            var (bytes, requests) = (0, 0);
            async void Count(object? sender, IResponse answer)
            {
                requests++;
                bytes += (await answer.BodyAsync()).Length;
            }
            window.Page.Response += Count;
            await window.GoAsync(address);
            await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            window.Page.Response -= Count;

            Assert.InRange(requests, 1, MostRequests);
            Assert.InRange(bytes, 1, MostBytes);
        }
    }

    /// <summary>The quick exit leads out of the House: the weather is played here, and waited for until it stands there.</summary>
    static async Task LeaveAsync(IPage page)
    {
        await page.RouteAsync(
            AwayModel.Neutral + "**",
            route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<h1>Zon</h1>" })
        );
        await page.Locator("header .exit").ClickAsync();
        await page.WaitForURLAsync(AwayModel.Neutral);
        await page.Locator("h1").GetByText("Zon").WaitForAsync();
    }

    async Task<Window> InsideAsync(Look look, string code)
    {
        var window = await OpenAsync(look);
        await window.GoAsync("/demo");
        var her = window.Page.Locator("button[name=parent]").First;
        await ACopy.LieReadyAsync(Services, Guid.Parse((await her.GetAttributeAsync("value"))!));
        await her.ClickAsync();
        await window.Page.WaitForURLAsync("**" + Links.MyPage);
        await window.GoAsync(Links.MyLanguage);
        await window.Page.Locator($"button[value='{code}']").ClickAsync();
        await window.GoAsync(Links.MyPage);
        return window;
    }
}
