using System.Net;
using Nestwerk.Access;
using Nestwerk.Access.SignIn;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Access;

public abstract class SignInTests(TestHost host) : WebTests(host)
{
    const string Door = "form[action='/sign-in']";
    const string CodeForm = "form[action='/sign-in/code']";

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer()
    {
        var unknown = await PasswordAsync(Visitor(), "nobody@nestwerk.example", "x");
        var wrong = await PasswordAsync(Visitor(), Everybody.Colleague.Email, "x");

        Assert.Equal(unknown.Errors, wrong.Errors);
        Assert.Single(wrong.Errors);
        Assert.Equal(HttpStatusCode.OK, wrong.Status);
    }

    [Fact]
    public async Task Without_a_second_factor_she_comes_no_further_than_her_account()
    {
        var browser = Visitor();

        var account = await PasswordAsync(browser, Everybody.Facilitator.Email, Everybody.Password, "/playbook");
        var book = await browser.GetAsync("/playbook");

        Assert.Equal("/account", account.Path);
        Assert.Equal("/account", book.Path);
    }

    [Fact]
    public async Task After_five_wrong_guesses_even_the_right_password_is_refused()
    {
        var browser = Visitor();
        for (var guess = 0; guess < 5; guess++)
            await PasswordAsync(browser, Everybody.Admin.Email, "x");

        var right = await PasswordAsync(browser, Everybody.Admin.Email, Everybody.Password);

        Assert.Equal("/sign-in", right.Path);
        Assert.Single(right.Errors);
    }

    [Fact]
    public async Task An_app_lets_her_in_each_code_once_and_a_recovery_code_once()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var browser = app.Visitor();
        await PasswordAsync(browser, Everybody.Facilitator.Email, Everybody.Password);
        var (key, codes) = await SetAppAsync(app, browser);

        var replayed = await CodeAsync(app.Visitor(), Totp.CodeAt(key, app.Time.Utc));
        app.Time.Advance(TimeSpan.FromSeconds(30));
        var fresh = await CodeAsync(app.Visitor(), Totp.CodeAt(key, app.Time.Utc));
        var recovery = await CodeAsync(app.Visitor(), codes[0].ToLowerInvariant());
        var again = await CodeAsync(app.Visitor(), codes[0]);

        Assert.Equal(10, codes.Count);
        Assert.Single(replayed.Errors);
        Assert.Equal("/playbook", fresh.Path);
        Assert.Equal("/playbook", recovery.Path);
        Assert.Single(again.Errors);
    }

    [Fact]
    public async Task Setting_up_an_app_ends_her_other_sessions_and_keeps_this_one()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var elsewhere = await app.SignInAsync(Everybody.Facilitator);
        var browser = app.Visitor();
        await PasswordAsync(browser, Everybody.Facilitator.Email, Everybody.Password);

        await SetAppAsync(app, browser);

        Assert.Equal("/playbook", (await browser.GetAsync("/playbook")).Path);
        Assert.StartsWith("/sign-in", (await elsewhere.GetAsync("/playbook")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_minutes_after_a_code_her_account_asks_for_another_before_it_changes()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var browser = app.Visitor();
        await PasswordAsync(browser, Everybody.Facilitator.Email, Everybody.Password);
        var (key, _) = await SetAppAsync(app, browser);

        app.Time.Advance(TimeSpan.FromMinutes(10));
        var asked = await browser.GetAsync("/account/recovery-codes");
        var confirmed = await asked.PressAsync("form[action='/account/confirm']", ("Code", Totp.CodeAt(key, app.Time.Utc)));

        Assert.StartsWith("/account/confirm", asked.Path, StringComparison.Ordinal);
        Assert.Equal("/account/recovery-codes", confirmed.Path);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Nobody_is_led_away_from_the_house(string address)
    {
        var browser = await SignInAsync(Everybody.Facilitator);

        var page = await (await browser.GetAsync("/account")).PressAsync("form[action='/language'] button", ("return", address));

        Assert.Equal("localhost", page.Address.Host);
    }

    static async Task<Page> PasswordAsync(Browser browser, string address, string password, string back = "") =>
        await (await browser.GetAsync($"/sign-in?return={back}")).PressAsync(
            Door,
            ("Input.Address", address),
            ("Input.Password", password)
        );

    static async Task<Page> CodeAsync(Browser browser, string code)
    {
        var asked = await PasswordAsync(browser, Everybody.Facilitator.Email, Everybody.Password, "/playbook");
        return await asked.PressAsync(CodeForm, ("Code", code));
    }

    static async Task<(string Key, IReadOnlyList<string> Codes)> SetAppAsync(NestwerkApp app, Browser browser)
    {
        var page = await browser.GetAsync("/account/authenticator");
        var key = page.FindAll("code")[0].Replace(" ", "", StringComparison.Ordinal);
        var done = await page.PressAsync("form[action='/account/authenticator']", ("Code", Totp.CodeAt(key, app.Time.Utc)));
        return (key, done.FindAll(".codes code"));
    }
}

public sealed class SignInOnSqlite(SqliteHost host) : SignInTests(host), IClassFixture<SqliteHost>;

public sealed class SignInOnPostgres(PostgresHost host) : SignInTests(host), IClassFixture<PostgresHost>;
