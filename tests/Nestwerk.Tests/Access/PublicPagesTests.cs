using System.Net;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Access;

/// <summary>Help, the privacy notice and the accessibility statement: for everybody, in each language.</summary>
public abstract class PublicPagesTests(TestHost host) : WebTests(host)
{
    [Theory, Trait("Row", "X")]
    [InlineData("/nl/help", "Hulp")]
    [InlineData("/fr/help", "Aide")]
    [InlineData("/en/help", "Help")]
    [InlineData("/nl/privacy", "Privacy")]
    [InlineData("/fr/privacy", "Vie privée")]
    [InlineData("/en/privacy", "Privacy")]
    [InlineData("/nl/accessibility", "Toegankelijkheid")]
    [InlineData("/fr/accessibility", "Accessibilité")]
    [InlineData("/en/accessibility", "Accessibility")]
    public async Task Each_page_opens_for_a_visitor_in_the_language_of_its_address(string address, string title)
    {
        var visitor = Visitor().In("en");

        var page = await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(title, page.Title);
        Assert.Equal(address[1..3], page.Find("html").GetAttribute("lang"));
        Assert.All(page.FindAll("nav[aria-labelledby=contents] a"), entry => Assert.Contains(entry, page.FindAll("section h2")));
        Assert.All(page.Html.QuerySelectorAll("nav[aria-labelledby=contents] a"), link => page.Find(link.GetAttribute("href")!));
        Assert.Null(page.Header("Set-Cookie"));
    }

    [Fact]
    public async Task A_page_leads_to_itself_in_the_other_languages()
    {
        var page = await Visitor().GetAsync("/nl/privacy");

        Assert.Equal("Vie privée", (await page.FollowAsync("a[hreflang=fr]")).Title);
        Assert.Equal("/en/privacy", (await page.FollowAsync("a[hreflang=en]")).Path);
    }

    [Fact]
    public async Task Every_page_leads_to_them_in_the_language_that_is_read()
    {
        var me = (await SignInAsync(Everybody.Facilitator)).In("fr");

        foreach (
            var page in new[]
            {
                await Visitor().GetAsync("/fr"),
                await Visitor().In("fr").GetAsync("/sign-in"),
                await me.GetAsync("/playbook"),
            }
        )
            Assert.Equal(
                ["/fr/help", "/fr/privacy", "/fr/accessibility"],
                page.Html.QuerySelectorAll("footer nav a").Select(link => link.GetAttribute("href"))
            );
    }

    [Fact]
    public async Task They_never_show_who_is_signed_in_to_the_next_visitor()
    {
        var me = await SignInAsync(Everybody.Facilitator);

        foreach (var address in new[] { "/nl/help", "/nl/privacy", "/nl/accessibility" })
        {
            await me.GetAsync(address);
            Assert.DoesNotContain(Everybody.Facilitator.Name, (await Visitor().GetAsync(address)).Text, StringComparison.Ordinal);
        }
    }

    [Fact, Trait("Row", "X")]
    public async Task The_privacy_notice_names_the_house_the_authority_and_every_cookie_that_is_set()
    {
        await using var app = await TheHost.StartAnotherAsync(["--Nestwerk:Name=Huis van het Kind Ninove"]);
        var me = await app.SignInAsync(Everybody.Facilitator);
        await (await me.GetAsync("/account")).PressAsync("form[action='/language'] button[value=nl]");

        var page = await me.GetAsync("/nl/privacy");

        Assert.Contains("Huis van het Kind Ninove beslist", page.Main, StringComparison.Ordinal);
        Assert.Contains("Gegevensbeschermingsautoriteit", page.Main, StringComparison.Ordinal);
        Assert.Equal(["nestwerk", "nestwerk-device", "nestwerk-form", "nestwerk-language"], me.Cookies.Keys.Order(StringComparer.Ordinal));
        Assert.All(me.Cookies.Keys, cookie => Assert.Contains(cookie + ":", page.Main, StringComparison.Ordinal));
    }
}

public sealed class PublicPagesOnSqlite(SqliteHost host) : PublicPagesTests(host), IClassFixture<SqliteHost>;

public sealed class PublicPagesOnPostgres(PostgresHost host) : PublicPagesTests(host), IClassFixture<PostgresHost>;
