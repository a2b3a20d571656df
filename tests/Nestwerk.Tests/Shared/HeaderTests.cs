using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Shared;

public abstract class HeaderTests(TestHost host) : WebTests(host)
{
    const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData("/nl")]
    [InlineData("/sign-in")]
    [InlineData("/sign-in?trouble=bug")]
    [InlineData("/error/404")]
    [InlineData("/nowhere")]
    [InlineData("/nestwerk.css")]
    [InlineData("/favicon.svg")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/playbook/plans/00000000-0000-0000-0000-000000000000")]
    public async Task Every_kind_of_answer_carries_the_security_headers(string path)
    {
        await using var app = await TheHost.StartAnotherAsync(adjust: Trouble.Possible);
        var browser = app.Visitor();
        browser.Follows = false;

        var page = await browser.GetAsync(path);

        Assert.Equal(ContentPolicy, page.Header("Content-Security-Policy"));
        Assert.Equal("nosniff", page.Header("X-Content-Type-Options"));
        Assert.Equal("DENY", page.Header("X-Frame-Options"));
        Assert.Equal("no-referrer", page.Header("Referrer-Policy"));
        Assert.Equal("same-origin", page.Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", page.Header("Cross-Origin-Resource-Policy"));
        Assert.Null(page.Header("Server"));
        Assert.Null(page.Header("X-Powered-By"));
    }

    [Fact]
    public async Task Behind_https_the_browser_is_told_to_stay_there()
    {
        await using var app = await TheHost.StartAnotherAsync(["--Nestwerk:PublicUrl=https://huis.example"]);

        var page = await app.Visitor().GetAsync("/health/live");

        Assert.Contains("max-age=", page.Header("Strict-Transport-Security"));
        Assert.Null((await Visitor().GetAsync("/health/live")).Header("Strict-Transport-Security"));
    }

    [Fact]
    public async Task What_somebody_sees_who_is_signed_in_is_kept_nowhere()
    {
        var plan = APlan.By(Everybody.Facilitator);
        await App.AddAsync(plan);
        var browser = await SignInAsync(Everybody.Facilitator);

        foreach (var path in new[] { $"/playbook/plans/{plan.Id}", "/nowhere", "/error/500", "/nl" })
            Assert.Contains("no-store", (await browser.GetAsync(path)).Header("Cache-Control"));
    }

    [Fact]
    public async Task The_front_page_never_shows_who_is_signed_in_to_the_next_visitor()
    {
        var browser = await SignInAsync(Everybody.Facilitator);

        await browser.GetAsync("/nl");
        var visitor = await Visitor().GetAsync("/nl");

        Assert.DoesNotContain(Everybody.Facilitator.Name, visitor.Text);
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_of_scripts_and_of_other_sites()
    {
        var page = await Visitor().GetAsync("/sign-in");

        foreach (var cookie in page.Answer.Headers.GetValues("Set-Cookie"))
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", page.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
    }
}

public sealed class HeadersOnSqlite(SqliteHost host) : HeaderTests(host), IClassFixture<SqliteHost>;

public sealed class HeadersOnPostgres(PostgresHost host) : HeaderTests(host), IClassFixture<PostgresHost>;
