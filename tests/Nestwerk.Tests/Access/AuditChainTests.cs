using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Access.Trail;
using Nestwerk.Cli;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Access;

public abstract class AuditChainTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task Sealed_rows_stand_one_after_another_and_are_whole()
    {
        await using var app = await TheHost.StartAnotherAsync();

        await Trails.FillAsync(app, 10);
        var report = await Trails.VerifyAsync(app);

        Assert.Equal((10, 10), (report.Rows, report.Head.Sequence));
        Assert.True(report.Heads >= 2);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task Each_damage_is_said_with_its_place()
    {
        await using var app = await TheHost.StartAnotherAsync();
        await Trails.FillAsync(app, 9);

        await app.InDbAsync(db =>
            db.Set<AuditRow>().Where(row => row.Sequence == 3).ExecuteUpdateAsync(set => set.SetProperty(row => row.Event, "family.seen"))
        );
        await app.InDbAsync(db => db.Set<AuditRow>().Where(row => row.Sequence == 6 || row.Sequence == 9).ExecuteDeleteAsync());
        var report = await Trails.VerifyAsync(app);

        Assert.Equal([new(AuditFault.Changed, 3), new(AuditFault.Missing, 7), new(AuditFault.Cut, 9)], report.Problems);
        Assert.Equal(1, await CommandAsync(app));
    }

    [Fact]
    public async Task A_trail_that_was_cut_short_is_not_sealed_on_and_an_alarm_goes()
    {
        await using var app = await TheHost.StartAnotherAsync();
        await Trails.FillAsync(app, 9);

        await app.InDbAsync(db => db.Set<AuditRow>().Where(row => row.Sequence > 5).ExecuteDeleteAsync());
        await app.AddAsync(Trails.Row(new(1), 20));

        await Assert.ThrowsAsync<BrokenChainException>(() => Trails.SealAsync(app));
        Assert.Equal("Degraded", (await app.Visitor().GetAsync("/health/ready")).Text);
    }

    [Fact]
    public async Task After_an_older_backup_the_operator_says_so_and_the_trail_goes_on()
    {
        await using var app = await TheHost.StartAnotherAsync();
        await Trails.FillAsync(app, 9);
        await app.InDbAsync(db => db.Set<AuditRow>().Where(row => row.Sequence > 5).ExecuteDeleteAsync());

        var heads = app.Services.GetRequiredService<HeadFile>();
        heads.WriteDown(await app.InDbAsync(db => AuditSealer.HeadAsync(db, default)), app.Time.Utc, restored: true);
        await app.AddAsync(Trails.Row(new(1), 20));
        await Trails.SealAsync(app);

        Assert.Empty((await Trails.VerifyAsync(app)).Problems);
        Assert.Equal(0, await CommandAsync(app));
    }

    [Fact]
    public async Task Without_its_key_nothing_is_sealed_under_another()
    {
        await using var app = await TheHost.StartAnotherAsync();
        await Trails.FillAsync(app, 3);
        await app.InDbAsync(db => db.Set<HouseSecret>().ExecuteDeleteAsync());
        var options = app.Services.GetRequiredService<NestwerkOptions>();

        // What a process has opened it keeps; the next one does not.
        using var scope = app.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<OpenSecrets>().Forget(AuditChain.Secret);
        await app.AddAsync(Trails.Row(new(1), 20));

        await Assert.ThrowsAsync<BrokenChainException>(() => Trails.SealAsync(app));
        Assert.Contains((await Trails.VerifyAsync(app)).Problems, problem => problem.Fault == AuditFault.KeyGone);
        Assert.NotEmpty(options.HeadsFolder);
    }

    [Fact]
    public async Task A_row_that_waits_longer_than_a_minute_raises_an_alarm()
    {
        await using var app = await TheHost.StartAnotherAsync();
        await app.AddAsync(Trails.Row(new(1), 0));

        var before = (await app.Visitor().GetAsync("/health/ready")).Text;
        app.Time.Advance(TimeSpan.FromSeconds(61));
        var after = (await app.Visitor().GetAsync("/health/ready")).Text;
        await Trails.SealAsync(app);

        Assert.Equal(("Healthy", "Degraded"), (before, after));
        Assert.Equal("Healthy", (await app.Visitor().GetAsync("/health/ready")).Text);
    }

    [Fact]
    public async Task Erasing_somebody_leaves_the_trail_whole()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var family = await AFamily.LivingAsync(app);
        await Trails.FillAsync(app, 5);

        await app.InDbAsync(db => db.Set<FamilyKey>().Where(key => key.FamilyId == family.Id).ExecuteDeleteAsync());
        await app.InDbAsync(db => db.Set<Nestwerk.Families.FamilyMember>().Where(row => row.FamilyId == family.Id).ExecuteDeleteAsync());

        Assert.Empty((await Trails.VerifyAsync(app)).Problems);
    }

    [Fact]
    public async Task The_keeper_seals_and_writes_the_head_down_when_it_stops()
    {
        await using var app = await TheHost.StartAnotherAsync();
        await app.AddAsync(Trails.Row(new(1), 0), Trails.Row(new(2), 1));

        await app.Services.GetRequiredService<AuditKeeper>().StopAsync(default);

        var heads = app.Services.GetRequiredService<HeadFile>();
        Assert.Equal(2, heads.Now()!.Head.Sequence);
        Assert.Equal(2, heads.All()[^1].Head.Sequence);
        Assert.False(heads.Folder.StartsWith(app.DataFolder + "/", StringComparison.Ordinal));
    }

    static async Task<int> CommandAsync(NestwerkApp app)
    {
        using var scope = app.Services.CreateScope();
        return await AuditCommand.VerifyAsync(scope.ServiceProvider, default);
    }
}

public sealed class AuditChainOnSqlite(SqliteHost host) : AuditChainTests(host), IClassFixture<SqliteHost>
{
    [Fact]
    public async Task An_id_in_small_letters_is_seen_although_it_reads_the_same()
    {
        await using var app = await TheHost.StartAnotherAsync();
        await Trails.FillAsync(app, 5);

        await app.InDbAsync(db =>
            db.Database.ExecuteSqlAsync($"UPDATE \"Audit\" SET \"SubjectId\" = lower(\"SubjectId\") WHERE \"Sequence\" = 4")
        );

        Assert.Equal([new(AuditFault.Changed, 4)], (await Trails.VerifyAsync(app)).Problems);
    }

    [Fact]
    public async Task A_value_that_cannot_even_be_read_is_said_with_its_place()
    {
        await using var app = await TheHost.StartAnotherAsync();
        await Trails.FillAsync(app, 5);

        await app.InDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE \"Audit\" SET \"PersonId\" = 'NOBODY' WHERE \"Sequence\" = 2"));

        Assert.Contains(new(AuditFault.Changed, 2), (await Trails.VerifyAsync(app)).Problems);
    }
}

public sealed class AuditChainOnPostgres(PostgresHost host) : AuditChainTests(host), IClassFixture<PostgresHost>
{
    [Fact]
    public async Task Two_servers_seal_one_trail()
    {
        var options = App.Services.GetRequiredService<NestwerkOptions>();
        await using var second = await NestwerkApp.StartAsync([
            $"--Nestwerk:Postgres={options.Postgres}",
            $"--Nestwerk:Keys={options.KeysFolder}",
            $"--Nestwerk:Heads={options.HeadsFolder}",
        ]);
        NestwerkApp[] servers = [App, second];

        for (var round = 0; round < 10; round++)
        {
            await App.AddAsync(Trails.Row(new(round), round), Trails.Row(new(-round), round));
            await Task.WhenAll(servers.Select(each => each.Services.GetRequiredService<AuditKeeper>().RunAsync(default)));
        }

        var report = await Trails.VerifyAsync(second);
        Assert.Equal(20, report.Rows);
        Assert.Empty(report.Problems);
    }
}
