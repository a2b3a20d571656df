using System.Net;
using Microsoft.AspNetCore.Http;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Shared;

/// <summary>Behind a proxy the visitor's address and https are what the proxy says, and a stranger's word counts for nothing.</summary>
[Trait("Row", "X")]
public sealed class ProxyTests(SqliteHost host) : WebTests(host), IClassFixture<SqliteHost>
{
    [Theory]
    [InlineData("127.0.0.1", "", "https", "203.0.113.9")]
    [InlineData("::1", "", "https", "203.0.113.9")]
    [InlineData("10.0.0.5", "", "http", "10.0.0.5")]
    [InlineData("10.0.0.5", "10.0.0.5, 192.168.0.0/24", "https", "203.0.113.9")]
    [InlineData("192.168.0.77", "10.0.0.5, 192.168.0.0/24", "https", "203.0.113.9")]
    [InlineData("192.168.1.77", "10.0.0.5, 192.168.0.0/24", "http", "192.168.1.77")]
    public async Task Only_a_known_proxy_is_believed(string proxy, string known, string scheme, string visitor)
    {
        await using var app = await TheHost.StartAnotherAsync([$"--Nestwerk:Proxies={known}"]);

        var seen = await AskAsync(app, proxy);

        Assert.Equal((scheme, visitor), (seen.Request.Scheme, $"{seen.Connection.RemoteIpAddress}"));
    }

    [Fact]
    public async Task With_an_https_address_the_form_and_its_cookie_work_behind_a_proxy()
    {
        await using var app = await TheHost.StartAnotherAsync(["--Nestwerk:PublicUrl=https://nest.example"]);

        var seen = await AskAsync(app, "127.0.0.1");

        Assert.Equal(StatusCodes.Status200OK, seen.Response.StatusCode);
        Assert.Contains("__Host-nestwerk-form=", $"{seen.Response.Headers.SetCookie}");
        Assert.Contains("; secure", $"{seen.Response.Headers.SetCookie}", StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=", $"{seen.Response.Headers.StrictTransportSecurity}");
    }

    [Fact]
    public void A_word_that_is_no_address_is_refused_at_the_start() =>
        Assert.Null(new NestwerkOptions { Proxies = "10.0.0.1, my-proxy" }.ProxyNetworks());

    static Task<HttpContext> AskAsync(NestwerkApp app, string proxy) =>
        app.Server.SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(proxy);
            (context.Request.Method, context.Request.Path) = (HttpMethods.Get, "/sign-in");
            context.Request.Headers["X-Forwarded-For"] = "198.51.100.1, 203.0.113.9";
            context.Request.Headers["X-Forwarded-Proto"] = "https";
        });
}
