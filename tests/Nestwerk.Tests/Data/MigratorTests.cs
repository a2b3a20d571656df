using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Data;
using Nestwerk.Tests.Host;
using Npgsql;

namespace Nestwerk.Tests.Data;

public abstract class MigratorTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task An_empty_database_gets_the_newest_shape_and_a_second_run_does_nothing()
    {
        await using var app = await TheHost.StartEmptyAsync();

        var first = await MigrateAsync(app);
        var second = await MigrateAsync(app);

        Assert.NotEmpty(first);
        Assert.Empty(second);
        Assert.Empty(await app.InDbAsync(db => db.Database.GetPendingMigrationsAsync()));
    }

    [Fact]
    public async Task Two_that_start_at_once_both_end_well()
    {
        await using var app = await TheHost.StartEmptyAsync();

        var both = await Task.WhenAll(MigrateAsync(app), MigrateAsync(app));

        Assert.Single(both, applied => applied.Count > 0);
    }

    [Fact]
    public async Task It_waits_while_another_process_migrates()
    {
        await using var app = await TheHost.StartEmptyAsync();
        var other = await HoldAsync(app);

        var waiting = MigrateAsync(app);
        await Task.Delay(500);
        var before = waiting.IsCompleted;
        await other.DisposeAsync();

        Assert.False(before);
        Assert.NotEmpty(await waiting);
    }

    [Fact]
    public async Task It_gives_up_after_a_minute_in_words()
    {
        await using var app = await TheHost.StartEmptyAsync();
        await using var other = await HoldAsync(app);

        var waiting = MigrateAsync(app);
        await Task.Delay(300);
        app.Time.Advance(TimeSpan.FromSeconds(61));

        await Assert.ThrowsAsync<TimeoutException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_database_that_a_newer_version_changed_is_left_alone()
    {
        await using var app = await TheHost.StartEmptyAsync();
        await MigrateAsync(app);
        await app.InDbAsync(db =>
            db.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" VALUES ('29991231235959_Later', '99.0.0')""")
        );

        var refused = await Assert.ThrowsAsync<NewerDatabaseException>(() => MigrateAsync(app));

        Assert.Contains("newer version", refused.Message);
    }

    protected static Task<IReadOnlyList<string>> MigrateAsync(NestwerkApp app) =>
        Task.Run(() => app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None));

    /// <summary>Takes the lock as another process would.</summary>
    protected abstract Task<IAsyncDisposable> HoldAsync(NestwerkApp app);
}

public sealed class MigratorOnSqlite(SqliteHost host) : MigratorTests(host), IClassFixture<SqliteHost>
{
    [Fact]
    public async Task The_file_is_copied_before_it_is_changed()
    {
        await using var app = await TheHost.StartEmptyAsync();
        await RunAsync(app, "CREATE TABLE Keepsake (Word TEXT); INSERT INTO Keepsake VALUES ('before');");

        await MigrateAsync(app);
        await MigrateAsync(app);

        var copy = Assert.Single(Directory.GetFiles(app.DataFolder, "nestwerk.db.before-*"));
        await using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
        connection.Open();
        await using var command = new SqliteCommand(
            "SELECT (SELECT Word FROM Keepsake) || (SELECT count(*) FROM sqlite_master)",
            connection
        );
        Assert.Equal("before1", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_lock_row_that_a_killed_process_left_behind_holds_nobody_up()
    {
        await using var app = await TheHost.StartEmptyAsync();
        await RunAsync(
            app,
            """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2020-01-01 00:00:00+00:00');
            """
        );

        var applied = await MigrateAsync(app).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.NotEmpty(applied);
    }

    protected override Task<IAsyncDisposable> HoldAsync(NestwerkApp app)
    {
        var file = Path.Combine(Directory.CreateDirectory(app.DataFolder).FullName, "nestwerk.db.lock");
        return Task.FromResult<IAsyncDisposable>(new FileStream(file, FileMode.Create, FileAccess.ReadWrite, FileShare.None));
    }

    static async Task RunAsync(NestwerkApp app, string sql)
    {
        var file = Path.Combine(Directory.CreateDirectory(app.DataFolder).FullName, "nestwerk.db");
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

public sealed class MigratorOnPostgres(PostgresHost host) : MigratorTests(host), IClassFixture<PostgresHost>
{
    protected override async Task<IAsyncDisposable> HoldAsync(NestwerkApp app)
    {
        var address = await app.InDbAsync(db => Task.FromResult(db.Database.GetConnectionString()!));
        DbConnection connection = new NpgsqlConnection(address + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT pg_advisory_lock({Migrator.AdvisoryLock})";
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
