using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Access.Trail;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Keeping;

/// <summary>Looks at everything that keeps an instance alive, and changes nothing.</summary>
sealed class Doctor(
    NestwerkOptions options,
    NestwerkDb db,
    Backups backups,
    KeyRing keys,
    RecoveryRing ring,
    HeadFile heads,
    TimeProvider time
)
{
    DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<Sign>> LookAsync(CancellationToken cancel)
    {
        var signs = new List<Sign> { DoctorRules.Settings(options.PublicUrl) };
        signs.AddRange(Rights());
        signs.Add(DoctorRules.Disk(DiskRoom.Free(options.Data), Size()));
        var database = await DatabaseAsync(cancel);
        signs.Add(database);
        signs.Add(DoctorRules.Clock(Now, database.Level == Level.Fail ? Migrated(db) : await LatestAsync(cancel)));
        signs.Add(
            options.Postgres is null
                ? DoctorRules.Backup(backups.All() is [var newest, ..] ? newest.Made : null, Now)
                : new(
                    Level.Warn,
                    "backup: PostgreSQL keeps the data, so this program cannot see it",
                    "See that pg_dump or the like runs every night."
                )
        );
        if (database.Level == Level.Ok)
            signs.Add(DoctorRules.Trail(await AuditState.LookAsync(db, heads, cancel), Now));
        signs.Add(DoctorRules.Recovery(ring.IsMade, [.. keys.Epochs().Select(epoch => epoch.Id)], RecoveryRing.NamesIn(backups.Folder)));
        return signs;
    }

    IEnumerable<Sign> Rights()
    {
        var folders = new[]
        {
            ("data folder", Path.GetFullPath(options.Data), false),
            ("keys folder", Path.GetFullPath(options.KeysFolder), true),
        };
        foreach (var (name, path, deep) in folders)
            if (!Directory.Exists(path))
                yield return new(Level.Warn, $"{name}: {path} does not exist", "Is this the right folder? See --data and --keys.");
            else if (OperatingSystem.IsWindows())
                yield return new(Level.Warn, $"{name}: not looked at on Windows", $"icacls {path} shows who may open it.");
            else
                yield return DoctorRules.Rights(name, path, Loose(path, deep));
    }

    /// <summary>A folder that is closed protects what is in it. The sealing keys must be closed themselves too: keys get copied.</summary>
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    static List<string> Loose(string folder, bool deep)
    {
        var all = deep
            ?
            [
                folder,
                .. Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories),
                .. Directory.EnumerateFiles(folder, "*.key", SearchOption.AllDirectories),
            ]
            : new[] { folder };
        return [.. all.Where(path => DoctorRules.IsLoose(File.GetUnixFileMode(path)))];
    }

    long Size() => options.Postgres is null && File.Exists(options.SqliteFile) ? new FileInfo(options.SqliteFile).Length : 0;

    async Task<Sign> DatabaseAsync(CancellationToken cancel)
    {
        if (options.Postgres is null && !File.Exists(options.SqliteFile))
            return new(
                Level.Fail,
                $"database: there is none at {options.SqliteFile}",
                "serve makes it at its first start. Is this the right folder?"
            );
        try
        {
            var problems = options.Postgres is null ? SqliteCopy.Problems(options.SqliteFile, thorough: false) : [];
            var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
            var known = db.Database.GetMigrations().ToList();
            return DoctorRules.Database(problems, known.Except(applied).Count(), applied.Except(known).Count());
        }
        catch (DbException error)
        {
            return new(
                Level.Fail,
                $"database: it does not answer ({error.Message})",
                "Is the server of the database running, and are its name and password right?"
            );
        }
    }

    async Task<DateTime> LatestAsync(CancellationToken cancel)
    {
        var audited = await db.Set<AuditRow>()
            .OrderByDescending(row => row.At)
            .Select(row => (DateTime?)row.At)
            .FirstOrDefaultAsync(cancel);
        DateTime[] moments =
        [
            audited ?? DateTime.MinValue,
            Migrated(db),
            .. backups.All().Select(backup => backup.Made).Take(1),
            .. File.Exists(options.SqliteFile) ? [File.GetLastWriteTimeUtc(options.SqliteFile)] : Array.Empty<DateTime>(),
        ];
        return moments.Max();
    }

    /// <summary>The day on which the newest migration was written: no clock can truly be before it.</summary>
    static DateTime Migrated(NestwerkDb db) =>
        DateTime.ParseExact(db.Database.GetMigrations().Last()[..8], "yyyyMMdd", CultureInfo.InvariantCulture);
}
