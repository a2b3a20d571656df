using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Access.SignIn;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.Reliability;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Access;

/// <summary>What guessing gets somebody, and what it does to whom it is about.</summary>
public abstract partial class GuessTests(TestHost host) : WebTests(host)
{
    const string Door = "form[action='/sign-in']";

    /// <summary>Three of a million codes fit at a time.</summary>
    const double CodeHits = 3e-6;

    [Fact]
    public async Task Whoever_hammers_at_her_door_shuts_himself_out_and_not_her()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var hers = await app.SignInAsync(Everybody.Facilitator);
        hers.Forget("nestwerk");
        for (var guess = 0; guess < Guess.ADay + 1; guess++)
            await PasswordAsync(app.Visitor(), Everybody.Facilitator.Email, "x", $"203.0.113.{guess % 8}");

        var stranger = await PasswordAsync(app.Visitor(), Everybody.Facilitator.Email, Everybody.Password, "198.51.100.1");
        var owner = await PasswordAsync(hers, Everybody.Facilitator.Email, Everybody.Password, "203.0.113.1");

        Assert.Single(stranger.Errors);
        Assert.Equal("/account", owner.Path);
    }

    [Fact]
    public async Task A_day_later_a_new_device_may_try_again()
    {
        await using var app = await TheHost.StartAnotherAsync();
        for (var guess = 0; guess < Guess.FromOnePlace; guess++)
            await PasswordAsync(app.Visitor(), Everybody.Facilitator.Email, "x");

        var shut = await PasswordAsync(app.Visitor(), Everybody.Facilitator.Email, Everybody.Password);
        app.Time.Advance(TimeSpan.FromMinutes(15));
        var open = await PasswordAsync(app.Visitor(), Everybody.Facilitator.Email, Everybody.Password);

        Assert.Equal(("/sign-in", "/account"), (shut.Path, open.Path));
    }

    [Theory, Trait("Row", "R14")]
    [InlineData(1)]
    [InlineData(500)]
    public async Task Ten_thousand_guesses_of_a_code_in_a_day_hit_with_less_than_one_in_ten_thousand(int places)
    {
        var (account, times) = ($"{places}", LongForm.Times(inShort: 120, inLong: 10_000));
        var through = 0;
        using var scope = App.Services.CreateScope();
        var throttle = scope.ServiceProvider.GetRequiredService<Throttle>();

        for (var guess = 0; guess < times; guess++)
            if (await throttle.TakeAsync(Guess.At(Guess.Code, account, new($"place {guess % places}", IsKnown: false)), default))
                through++;

        var chance = 1 - Math.Pow(1 - CodeHits, through);
        LongForm.Report(
            $"guesses ({GetType().Name}): {times} codes from {places} places in a day, {through} let through, chance {chance:0.0e0}."
        );
        Assert.True(through <= Guess.ADay && chance < 1e-4);
    }

    [Fact, Trait("Row", "R05")]
    public async Task Known_and_unknown_get_the_same_answer_to_the_letter()
    {
        var unknown = await PasswordAsync(Visitor(), "nobody@nestwerk.example", "x", "192.0.2.1");
        var known = await PasswordAsync(Visitor(), Everybody.Coordinator.Email, "x", "192.0.2.2");
        var invitation = await InviteAsync("nobody@nestwerk.example");
        var other = await InviteAsync(Everybody.Coordinator.Email);

        Assert.Equal(Shape(unknown, "nobody@nestwerk.example"), Shape(known, Everybody.Coordinator.Email));
        Assert.Equal(Shape(invitation, "nobody@nestwerk.example"), Shape(other, Everybody.Coordinator.Email));
    }

    [Fact, Trait("Row", "R05")]
    public async Task An_account_that_is_shut_answers_like_a_wrong_password()
    {
        var wrong = await PasswordAsync(Visitor(), Everybody.Reviewer.Email, "x", "192.0.2.3");
        for (var guess = 0; guess < Guess.FromOnePlace; guess++)
            await PasswordAsync(Visitor(), Everybody.Reviewer.Email, "x", "192.0.2.3");

        var shut = await PasswordAsync(Visitor(), Everybody.Reviewer.Email, Everybody.Password, "192.0.2.3");

        Assert.Equal(Shape(wrong, Everybody.Reviewer.Email), Shape(shut, Everybody.Reviewer.Email));
    }

    async Task<Page> InviteAsync(string address) =>
        await (await Visitor().GetAsync("/invitation")).PressAsync(
            "form[action='/invitation']",
            ("Address", address),
            ("Code", "abcd-efgh-jkmn")
        );

    static async Task<Page> PasswordAsync(Browser browser, string address, string password, string from = "")
    {
        var page = await browser.GetAsync("/sign-in");
        var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = Browser.Encode([page.Token(), ("Input.Address", address), ("Input.Password", password)]),
        };
        if (from.Length > 0)
            request.Headers.Add("X-Forwarded-For", from);
        return await browser.SendAsync(request);
    }

    /// <summary>Everything of an answer but what must differ: the token, and what was typed.</summary>
    static string Shape(Page page, string typed)
    {
        var headers = page
            .Answer.Headers.Concat(page.Answer.Content.Headers)
            .Where(header => header.Key is not ("Set-Cookie" or "Content-Length"))
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(",", header.Value)}");
        var body = Token().Replace(page.Text, "").Replace(typed, "", StringComparison.Ordinal);
        return $"{(int)page.Status}\n{string.Join('\n', headers)}\n{body}";
    }

    [GeneratedRegex("(?<=__RequestVerificationToken\"[^>]*value=\")[^\"]*")]
    private static partial Regex Token();
}

public sealed class GuessOnSqlite(SqliteHost host) : GuessTests(host), IClassFixture<SqliteHost>;

public sealed class GuessOnPostgres(PostgresHost host) : GuessTests(host), IClassFixture<PostgresHost>;
