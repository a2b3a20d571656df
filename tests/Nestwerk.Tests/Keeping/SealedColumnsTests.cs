using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Playbook;
using Nestwerk.Shared;
using Nestwerk.Shared.Mail;
using Nestwerk.Shared.Settings;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Keeping;

/// <summary>A key can go only when everything it sealed has moved to the next one.</summary>
public abstract class SealedColumnsTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task Everything_that_is_sealed_moves_to_the_newest_key_and_still_opens()
    {
        await using var app = await TheHost.StartAnotherAsync([
            "--Nestwerk:Mail:From=huis@nestwerk.example",
            "--Nestwerk:Mail:Host=x.example",
        ]);
        using var scope = app.Services.CreateScope();
        var box = scope.ServiceProvider.GetRequiredService<SealedBox>();
        var store = app.Services.GetRequiredService<SettingsStore>();
        await SealSomethingAsync(app, box, store);
        var before = await KeysAsync(app);

        app.Time.Advance(TimeSpan.FromDays(40));
        var newest = app.Services.GetRequiredService<KeyRing>().MakeNext();
        var moved = await scope.ServiceProvider.GetRequiredService<SealedSecrets>().SealAnewAsync(TestContext.Current.CancellationToken);
        var question = await app.InDbAsync(db => db.Set<Question>().AsNoTracking().SingleAsync());

        Assert.Equal(3, moved);
        Assert.DoesNotContain(newest, before);
        Assert.Equal([newest], await KeysAsync(app));
        Assert.Equal("Mag dit ook buiten?", question.Open(box).Text);
    }

    static async Task SealSomethingAsync(NestwerkApp app, SealedBox box, SettingsStore store)
    {
        await app.AddAsync(
            Question.Ask(
                Ids.New(),
                Place.Ninove.BookId,
                null,
                new("An", "an@nestwerk.example", "Mag dit ook buiten?"),
                box,
                ManualTime.Start.UtcDateTime
            ),
            new HouseSettings { MailPassword = store.Seal("geheim") }
        );
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Nestwerk.Data.NestwerkDb>();
        scope.ServiceProvider.GetRequiredService<Outbox>().Add("test", new("an@nestwerk.example", "Dag", "Dag"));
        await db.SaveChangesAsync();
    }

    static async Task<IReadOnlySet<string>> KeysAsync(NestwerkApp app)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<SealedSecrets>().KeysInUseAsync(TestContext.Current.CancellationToken);
    }
}

public sealed class SealedColumnsOnSqlite(SqliteHost host) : SealedColumnsTests(host), IClassFixture<SqliteHost>;

public sealed class SealedColumnsOnPostgres(PostgresHost host) : SealedColumnsTests(host), IClassFixture<PostgresHost>;
