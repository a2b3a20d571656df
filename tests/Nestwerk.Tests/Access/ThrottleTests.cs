using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Access;

public abstract class ThrottleTests(TestHost host) : WebTests(host)
{
    static readonly Allowance LookUps = new("look-up", 3, TimeSpan.FromDays(1));

    [Fact]
    public async Task What_is_over_the_limit_is_refused_until_the_window_is_over()
    {
        await using var app = await TheHost.StartAnotherAsync();

        var today = await TakeAsync(app, "Kaat", 4);
        var other = await TakeAsync(app, "Leila", 1);
        app.Time.Advance(TimeSpan.FromDays(1));
        var tomorrow = await TakeAsync(app, "Kaat", 1);

        Assert.Equal([true, true, true, false], today);
        Assert.Equal([true], other);
        Assert.Equal([true], tomorrow);
    }

    [Fact]
    public async Task A_hundred_at_once_are_a_hundred()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => TakeAsync(App, "Mia", 1)));

        Assert.Equal(3, taken.Count(each => each[0]));
    }

    [Fact]
    public async Task What_went_well_is_given_back()
    {
        await TakeAsync(App, "Noor", 3);
        await UseAsync(App, throttle => throttle.GiveBackAsync([new(LookUps, "Noor")], default));

        Assert.Equal([true, false], await TakeAsync(App, "Noor", 2));
    }

    [Fact]
    public async Task Who_tried_is_not_written_down_and_what_is_over_is_forgotten()
    {
        await using var app = await TheHost.StartAnotherAsync();
        await TakeAsync(app, "203.0.113.7", 1);

        var row = await app.InDbAsync(db => db.Set<Tries>().AsNoTracking().SingleAsync());
        await app.InDbAsync(async db =>
        {
            await Throttle.SweepAsync(db, app.Time.Utc.AddDays(2), default);
            return 0;
        });

        Assert.DoesNotContain("203", row.Key.Length == 64 ? "" : row.Key, StringComparison.Ordinal);
        Assert.Equal(0, await app.InDbAsync(db => db.Set<Tries>().CountAsync()));
    }

    protected static async Task<List<bool>> TakeAsync(NestwerkApp app, string by, int times)
    {
        var answers = new List<bool>();
        for (var i = 0; i < times; i++)
            await UseAsync(app, async throttle => answers.Add(await throttle.TakeAsync(LookUps, by, default)));
        return answers;
    }

    static async Task UseAsync(NestwerkApp app, Func<Throttle, Task> work)
    {
        using var scope = app.Services.CreateScope();
        await work(scope.ServiceProvider.GetRequiredService<Throttle>());
    }
}

public sealed class ThrottleOnSqlite(SqliteHost host) : ThrottleTests(host), IClassFixture<SqliteHost>;

public sealed class ThrottleOnPostgres(PostgresHost host) : ThrottleTests(host), IClassFixture<PostgresHost>
{
    [Fact, Trait("Row", "R14")]
    public async Task Two_servers_count_together()
    {
        var options = App.Services.GetRequiredService<NestwerkOptions>();
        await using var second = await NestwerkApp.StartAsync([
            $"--Nestwerk:Postgres={options.Postgres}",
            $"--Nestwerk:Keys={options.KeysFolder}",
        ]);

        var here = await TakeAsync(App, "Oona", 2);
        var there = await TakeAsync(second, "Oona", 2);

        Assert.Equal([true, true], here);
        Assert.Equal([true, false], there);
    }
}
