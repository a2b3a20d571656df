using System.Globalization;
using Microsoft.Data.Sqlite;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Keeping;

/// <summary>A backup that lies in the folder of the nightly ones.</summary>
/// <param name="Made">In UTC, from its name.</param>
sealed record Backup(string File, DateTime Made);

/// <summary>
/// Sealed copies of the database: made while it is in use, checked, sealed under the newest key of the ring, on disk before they get
/// their name. Which ones there are is what the folder says; nothing is kept elsewhere.
/// </summary>
sealed class Backups(NestwerkOptions options, KeyRing keys, RecoveryRing ring, TimeProvider time)
{
    /// <summary>How many of the nightly ones stay.</summary>
    public const int Kept = 14;
    const string Prefix = "nestwerk-";
    const string Ending = ".backup";
    const string Moment = "yyyyMMdd'-'HHmmss'Z'";
    const string Half = ".half";

    public string Folder => Path.Combine(Path.GetFullPath(options.Data), "backups");

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Backup> All() =>
        Directory.Exists(Folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(Folder, $"{Prefix}*{Ending}")
                    .Select(Read)
                    .OfType<Backup>()
                    .OrderByDescending(backup => backup.Made),
            ]
            : [];

    /// <param name="to">Where to; null for the folder of the nightly ones, in which only the newest stay.</param>
    /// <returns>The file that was made.</returns>
    /// <exception cref="RefusedException">Says why there is none.</exception>
    public async Task<string> MakeAsync(string? to, CancellationToken cancel)
    {
        RefuseWithoutFile();
        PrivateFolder.Ensure(Folder);
        SweepHalves();
        var now = time.GetUtcNow().UtcDateTime;
        var file = Path.GetFullPath(to ?? Path.Combine(Folder, Prefix + now.ToString(Moment, CultureInfo.InvariantCulture) + Ending));
        if (File.Exists(file))
            throw new RefusedException($"{file} is there already. Give another name.");
        if (!Directory.Exists(Path.GetDirectoryName(file)))
            throw new RefusedException($"The folder {Path.GetDirectoryName(file)} does not exist.");
        var copy = Path.Combine(Folder, $"{Ids.New():N}{Half}");
        try
        {
            await CopyAsync(copy, cancel);
            RefuseDamaged(copy);
            await SealAsync(copy, file, now, cancel);
        }
        finally
        {
            SqliteCopy.Remove(copy);
        }
        ring.WriteTo(Path.GetDirectoryName(file)!);
        if (to is null)
            Thin();
        return file;
    }

    async Task CopyAsync(string copy, CancellationToken cancel)
    {
        try
        {
            await Task.Run(() => SqliteCopy.Make(options.SqliteFile, copy), cancel);
        }
        catch (SqliteException error) when (!error.IsDiskFull())
        {
            throw new RefusedException($"The database cannot be read, so no backup was made: {error.Message}. nestwerk doctor says more.");
        }
    }

    async Task SealAsync(string copy, string file, DateTime now, CancellationToken cancel)
    {
        var half = $"{file}{Half}";
        try
        {
            await using (var from = File.OpenRead(copy))
            await using (var to = new FileStream(half, PrivateFolder.NewFile))
            {
                await SealedFile.SealAsync(from, to, keys, now, SqliteCopy.Migrations(copy)[^1], TrailOf(copy), cancel);
                to.Flush(flushToDisk: true);
            }
            File.Move(half, file, overwrite: false);
        }
        catch
        {
            File.Delete(half);
            throw;
        }
    }

    /// <summary>The head of the trail, readable on every backup without a key: another witness outside the database.</summary>
    static string? TrailOf(string copy)
    {
        try
        {
            return SqliteCopy.First(
                copy,
                "SELECT Sequence || ' ' || lower(hex(Seal)) FROM Audit WHERE Sequence IS NOT NULL ORDER BY Sequence DESC LIMIT 1"
            );
        }
        catch (SqliteException)
        {
            return null; // A database of before there was a chain.
        }
    }

    void RefuseWithoutFile()
    {
        if (options.Postgres is not null)
            throw new RefusedException(
                "This instance keeps its data on PostgreSQL. Back it up with PostgreSQL's own tools, which know its versions, its users and "
                    + "its log: pg_dump --format=custom --file=nestwerk.dump DATABASE, every night, and copy the keys folder apart. "
                    + "docs/operate.md shows how."
            );
        if (!File.Exists(options.SqliteFile))
            throw new RefusedException($"There is no database at {options.SqliteFile}. Say where the data is with --data.");
    }

    void RefuseDamaged(string copy)
    {
        if (SqliteCopy.Problems(copy, thorough: false) is [var first, ..])
            throw new RefusedException(
                $"The database is damaged, so no backup was made: {first}. Restore the newest good backup; nestwerk doctor says more."
            );
        if (SqliteCopy.Migrations(copy).Count == 0)
            throw new RefusedException($"{options.SqliteFile} is not a database of Nestwerk.");
    }

    /// <summary>What a backup left that was killed halfway; one that is at work now is younger than a day.</summary>
    void SweepHalves()
    {
        foreach (var half in Directory.EnumerateFiles(Folder, $"*{Half}*"))
            if (time.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(half) > TimeSpan.FromDays(1))
                File.Delete(half);
    }

    void Thin()
    {
        foreach (var old in All().Skip(Kept))
            File.Delete(old.File);
    }

    static Backup? Read(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file)[Prefix.Length..];
        return DateTime.TryParseExact(
            name,
            Moment,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var made
        )
            ? new(file, made)
            : null;
    }
}
