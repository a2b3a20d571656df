using Microsoft.EntityFrameworkCore;
using Nestwerk.Shared;

namespace Nestwerk.Data;

/// <summary>
/// Brings the database to the newest shape: under a lock that dies with its process, after a copy of the SQLite file,
/// and never waiting for ever on a lock row that a killed process left behind.
/// </summary>
public sealed class Migrator(IServiceScopeFactory scopes, NestwerkOptions options, TimeProvider time)
{
    internal const long AdvisoryLock = 0x6E657374776572; // "nestwer"
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>The names of the migrations that were applied, oldest first.</returns>
    /// <exception cref="TimeoutException">Another process kept the migration lock for a minute.</exception>
    /// <exception cref="NewerDatabaseException">It was already changed by a newer version.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        return db is SqliteDb ? await OnSqliteAsync(db, cancel) : await OnPostgresAsync(db, cancel);
    }

    async Task<IReadOnlyList<string>> OnSqliteAsync(NestwerkDb db, CancellationToken cancel)
    {
        var file = options.SqliteFile;
        PrivateFolder.Ensure(Path.GetDirectoryName(file)!);
        await using var held = await LockFileAsync(file + ".lock", cancel);
        var pending = await PendingAsync(db, cancel);
        if (pending.Count == 0)
            return pending;
        if (File.Exists(file) && new FileInfo(file).Length > 0)
        {
            CopyAside(file);
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
        }
        await db.Database.MigrateAsync(cancel);
        return pending;
    }

    async Task<IReadOnlyList<string>> OnPostgresAsync(NestwerkDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await UntilAsync(
            () => db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({AdvisoryLock}) AS \"Value\"").SingleAsync(cancel),
            cancel
        );
        try
        {
            var pending = await PendingAsync(db, cancel);
            if (pending.Count > 0)
                await db.Database.MigrateAsync(cancel);
            return pending;
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({AdvisoryLock})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    static async Task<List<string>> PendingAsync(NestwerkDb db, CancellationToken cancel)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        return applied.Except(known, StringComparer.Ordinal).Any()
            ? throw new NewerDatabaseException()
            : [.. known.Except(applied, StringComparer.Ordinal)];
    }

    async Task<FileStream> LockFileAsync(string path, CancellationToken cancel)
    {
        FileStream? held = null;
        await UntilAsync(() => Task.FromResult(TryLock(path, out held)), cancel);
        return held!;
    }

    static bool TryLock(string path, out FileStream? held)
    {
        try
        {
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            held = null;
            return false;
        }
    }

    async Task UntilAsync(Func<Task<bool>> succeeds, CancellationToken cancel)
    {
        var start = time.GetTimestamp();
        while (!await succeeds())
        {
            if (time.GetElapsedTime(start) > Patience)
                throw new TimeoutException("Another process is migrating this database and did not finish within a minute.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancel);
        }
    }

    void CopyAside(string file) => SqliteCopy.Make(file, $"{file}.before-{time.GetUtcNow():yyyyMMdd-HHmmss}");
}

/// <summary>This version does not know the shape of the database, so it must not write to it.</summary>
public sealed class NewerDatabaseException()
    : Exception("The database is of a newer version of Nestwerk. Use that version, or restore the backup from before the upgrade.");
