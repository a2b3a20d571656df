using System.Net;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Shared;

public abstract class OwnFormsTests(TestHost host) : WebTests(host)
{
    [Theory, Trait("Row", "R12")]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.OK)]
    [InlineData("Origin", "null", HttpStatusCode.OK)]
    [InlineData("Origin", "http://localhost", HttpStatusCode.OK)]
    public async Task A_form_that_another_site_sends_is_refused(string header, string value, HttpStatusCode status)
    {
        var browser = await SignInAsync(Everybody.Facilitator);
        var token = (await browser.GetAsync("/account")).Token();
        var request = new HttpRequestMessage(HttpMethod.Post, "/language") { Content = Browser.Encode([token, ("to", "fr")]) };
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(status, (await browser.SendAsync(request)).Status);
    }

    [Theory, Trait("Row", "R12")]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/account/sessions?handler=End")]
    [InlineData("/playbook/plans/new")]
    [InlineData("/no-such-page")]
    public async Task It_is_refused_everywhere_and_before_anything_is_looked_up(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = Browser.Encode([]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, (await Visitor().SendAsync(request)).Status);
    }

    [Fact]
    public async Task A_link_from_elsewhere_still_opens()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.OK, (await Visitor().SendAsync(request)).Status);
    }
}

public sealed class OwnFormsOnSqlite(SqliteHost host) : OwnFormsTests(host), IClassFixture<SqliteHost>;

public sealed class OwnFormsOnPostgres(PostgresHost host) : OwnFormsTests(host), IClassFixture<PostgresHost>;
