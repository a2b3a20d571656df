using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Shared;

/// <summary>Nothing that people typed, looked for or are called ends in a log.</summary>
public abstract class LogTests(TestHost host) : WebTests(host)
{
    const string Canary = "kanariemus";

    [Fact]
    public async Task Logs_say_what_happened_and_not_to_whom()
    {
        await using var app = await TheHost.StartAnotherAsync(adjust: Trouble.Possible);
        var plan = APlan.By(Everybody.Facilitator, APlan.Facts(Canary));
        await app.AddAsync(plan);
        var browser = await app.SignInAsync(Everybody.Facilitator);

        await browser.GetAsync($"/playbook/plans/{plan.Id}?q={Canary}");
        await browser.GetAsync($"/{Canary}/{Canary}");
        await browser.GetAsync($"/sign-in?trouble=bug&name={Canary}");
        await browser.GetAsync($"/sign-in?trouble=disk&name={Canary}");
        var form = await app.Visitor().GetAsync("/sign-in");
        await form.PressAsync("form[action^='/sign-in']", ("Input.Address", $"{Canary}@nestwerk.example"), ("Input.Password", Canary));
        await browser.PostAsync("/sign-in", ("Input.Address", Canary));

        var lines = app.Logs.All.ToList();
        Assert.Contains(
            lines,
            line => line.Contains("/sign-in", StringComparison.Ordinal) || line.Contains("sign-in", StringComparison.Ordinal)
        );
        foreach (
            var word in new[]
            {
                Canary,
                Everybody.Facilitator.Name,
                Everybody.Facilitator.Email,
                $"{plan.Id}",
                $"{Everybody.Facilitator.Id}",
            }
        )
            Assert.DoesNotContain(lines, line => line.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_row_the_database_refuses_is_logged_without_what_was_in_it()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var somebody = Everybody.Facilitator;

        await Record.ExceptionAsync(() =>
            app.AddAsync(
                new Nestwerk.Access.Person
                {
                    Id = Guid.CreateVersion7(),
                    Name = Canary,
                    AccountId = somebody.AccountId,
                }
            )
        );

        Assert.DoesNotContain(app.Logs.All, line => line.Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unexpected_failure_is_logged_with_its_place_and_without_its_words()
    {
        await using var app = await TheHost.StartAnotherAsync(adjust: Trouble.Possible);

        await app.Visitor().GetAsync("/sign-in?trouble=bug");

        Assert.Contains(app.Logs.All, line => line.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.Contains(app.Logs.All, line => line.Contains(nameof(Trouble), StringComparison.Ordinal));
        Assert.DoesNotContain(app.Logs.All, line => line.Contains(Trouble.Secret, StringComparison.Ordinal));
    }
}

public sealed class LogsOnSqlite(SqliteHost host) : LogTests(host), IClassFixture<SqliteHost>;

public sealed class LogsOnPostgres(PostgresHost host) : LogTests(host), IClassFixture<PostgresHost>;
