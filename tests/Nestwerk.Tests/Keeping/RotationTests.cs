using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Cli.Keeping;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Keeping;

/// <summary>A new key takes over everything that is sealed, and old keys go when their time is over.</summary>
[Trait("Row", "X")]
public abstract class RotationTests(TestHost host) : WebTests(host)
{
    const string Secret = "JBSWY3DPEHPK3PXP";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_factor_still_opens_after_the_keys_before_are_gone()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var keys = app.Services.GetRequiredService<KeyRing>();
        await TokenAsync(app, Secret);
        var first = keys.Newest().Id;

        var once = await RotateAsync(app);
        Age(app, once.Newest, days: 31);
        var twice = await RotateAsync(app);

        Assert.Equal(1, once.Moved);
        Assert.Empty(once.Destroyed);
        Assert.Equal([first], twice.Destroyed);
        Assert.Throws<CryptographicException>(() => keys.Get(first));
        Assert.Equal(Secret, await TokenAsync(app));
        Assert.Equal(twice.Newest, await EpochInDbAsync(app));
    }

    [Fact]
    public async Task A_key_stays_for_thirty_days_after_the_next_took_its_place()
    {
        await using var app = await TheHost.StartAnotherAsync();
        app.Services.GetRequiredService<KeyRing>().Newest();
        var once = await RotateAsync(app);
        Age(app, once.Newest, days: 29);

        var twice = await RotateAsync(app);

        Assert.Empty(twice.Destroyed);
        Assert.Equal(3, app.Services.GetRequiredService<KeyRing>().Epochs().Count);
    }

    [Fact]
    public void The_key_that_seals_now_is_never_over() =>
        Assert.Equal(
            ["a"],
            Rotation.Over([new("a", new(2020, 1, 1)), new("b", new(2020, 2, 1)), new("c", new(2027, 3, 1))], new DateTime(2027, 3, 9))
        );

    static async Task<Rotated> RotateAsync(NestwerkApp app)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<Rotation>().RunAsync(Cancel);
    }

    /// <summary>As if the key had been made that long ago, on the clock of the tests.</summary>
    static void Age(NestwerkApp app, string id, int days) =>
        File.SetLastWriteTimeUtc(
            Path.Combine(app.Services.GetRequiredService<NestwerkOptions>().KeysFolder, "sealing", id + ".key"),
            app.Time.Utc.AddDays(-days)
        );

    static async Task<string?> TokenAsync(NestwerkApp app, string? set = null)
    {
        using var scope = app.Services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser<Guid>>>();
        var account = (await users.FindByIdAsync($"{Everybody.Facilitator.AccountId}"))!;
        if (set is not null)
            await users.SetAuthenticationTokenAsync(account, "app", "key", set);
        return await users.GetAuthenticationTokenAsync(account, "app", "key");
    }

    static Task<string> EpochInDbAsync(NestwerkApp app) =>
        app.InDbAsync(async db => SealedBox.KeyOf((await db.Set<IdentityUserToken<Guid>>().SingleAsync(Cancel)).Value!));
}

public sealed class RotationOnSqlite(SqliteHost host) : RotationTests(host), IClassFixture<SqliteHost>;

public sealed class RotationOnPostgres(PostgresHost host) : RotationTests(host), IClassFixture<PostgresHost>;
