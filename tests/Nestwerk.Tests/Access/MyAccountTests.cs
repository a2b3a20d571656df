using Nestwerk.Access;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Access;

/// <summary>What a person changes about herself.</summary>
public abstract class MyAccountTests(TestHost host) : WebTests(host)
{
    const string NewPassword = "vier gele fietsen zingen";

    [Fact]
    public async Task Another_password_asks_the_old_one_and_ends_every_other_session()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var elsewhere = await app.SignInAsync(Everybody.Facilitator);
        var browser = await app.SignInAsync(Everybody.Facilitator);

        var wrong = await ChangeAsync(browser, "niet mijn wachtwoord");
        var right = await ChangeAsync(browser, Everybody.Password);

        Assert.Single(wrong.Errors);
        Assert.Equal("/account", right.Path);
        Assert.Equal("/playbook", (await browser.GetAsync("/playbook")).Path);
        Assert.StartsWith("/sign-in", (await elsewhere.GetAsync("/playbook")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_makes_a_session_without_a_second_factor_no_stronger()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var browser = await app.SignInAsync(Everybody.Facilitator, SessionClaims.Password);

        await ChangeAsync(browser, Everybody.Password);

        Assert.Equal("/account", (await browser.GetAsync("/playbook")).Path);
    }

    [Fact]
    public async Task Her_name_and_her_language_change_together()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var browser = await app.SignInAsync(Everybody.Facilitator);

        await (await browser.GetAsync("/account/me")).PressAsync("main form", ("Name", "An De Smet-Maes"), ("Language", "fr"));
        var account = await browser.GetAsync("/account");

        Assert.Equal("An De Smet-Maes", account.Title);
        Assert.Equal("fr", account.Find("html").GetAttribute("lang"));
    }

    [Fact]
    public async Task A_name_that_is_empty_or_too_long_is_asked_again()
    {
        var browser = await SignInAsync(Everybody.Facilitator);
        var page = await browser.GetAsync("/account/me");

        var empty = await page.PressAsync("main form", ("Name", " "));
        var longer = await page.PressAsync("main form", ("Name", new string('a', 121)));

        Assert.Single(empty.Errors);
        Assert.Single(longer.Errors);
    }

    static async Task<Page> ChangeAsync(Browser browser, string old) =>
        await (await browser.GetAsync("/account/password")).PressAsync(
            "main form",
            ("Old", old),
            ("Password", NewPassword),
            ("Again", NewPassword)
        );
}

public sealed class MyAccountOnSqlite(SqliteHost host) : MyAccountTests(host), IClassFixture<SqliteHost>;

public sealed class MyAccountOnPostgres(PostgresHost host) : MyAccountTests(host), IClassFixture<PostgresHost>;
