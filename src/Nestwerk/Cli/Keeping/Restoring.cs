using System.Globalization;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Keeping;

/// <summary>What a backup brought back.</summary>
/// <param name="Pending">How many migrations the next start will apply to it.</param>
sealed record Restored(SealedHeader Backup, string File, IReadOnlyList<(string Table, long Rows)> Tables, int Pending);

/// <summary>Opens a backup into an empty folder, checks all of it, and leaves nothing there when anything is wrong.</summary>
sealed class Restoring(NestwerkOptions options, KeyRing keys)
{
    /// <param name="known">The migrations this version knows.</param>
    /// <exception cref="RefusedException">Says in words what is wrong with the backup, the key or the folder.</exception>
    public async Task<Restored> RunAsync(string file, IReadOnlyList<string> known, CancellationToken cancel)
    {
        if (!File.Exists(file))
            throw new RefusedException($"There is no file {file}.");
        var folder = Path.GetFullPath(options.Data);
        var isNew = !Directory.Exists(folder);
        if (!isNew && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new RefusedException($"{folder} is not empty, and a restore overwrites nothing. Give an empty folder with --data.");
        PrivateFolder.Ensure(folder);
        var half = options.SqliteFile + ".half";
        try
        {
            var header = await OpenAsync(file, half, cancel);
            var pending = Check(half, known);
            var restored = new Restored(header, options.SqliteFile, SqliteCopy.Rows(half), pending);
            File.Move(half, options.SqliteFile);
            return restored;
        }
        catch
        {
            SqliteCopy.Remove(half);
            if (isNew)
                Directory.Delete(folder);
            throw;
        }
    }

    public static string Words(Restored restored) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            Restored the backup of {restored.Backup.Made:yyyy-MM-dd HH:mm} UTC, made by version {restored.Backup.Version}, to {restored.File}.
            Every part was opened and checked: the seal, the file, its references and its history.
            {(restored.Backup.Trail is { } trail ? $"Its audit trail ends at {trail}: nestwerk audit restored writes that down." : "It has no sealed audit trail.")}
            Rows: {string.Join(", ", restored.Tables.Select(table => $"{table.Table} {table.Rows}"))}.
            {(
                restored.Pending == 0
                    ? "It has the shape of this version."
                    : "It is of an older version: the next start brings it to the newest shape, after a copy."
            )}
            """
        );

    async Task<SealedHeader> OpenAsync(string file, string half, CancellationToken cancel)
    {
        try
        {
            await using var from = File.OpenRead(file);
            await using var to = new FileStream(half, PrivateFolder.NewFile);
            var header = await SealedFile.OpenAsync(from, to, keys, cancel);
            to.Flush(flushToDisk: true);
            return header;
        }
        catch (SealedFileException error)
        {
            throw new RefusedException(Words(error, file));
        }
    }

    string Words(SealedFileException error, string file) =>
        error.Fault switch
        {
            SealedFault.NotOurs => $"{file} is not a backup of Nestwerk, or its beginning is damaged.",
            SealedFault.Newer => $"{file} was made by a newer version of Nestwerk. Restore it with that version or a later one.",
            SealedFault.KeyMissing =>
                $"{file} is sealed with the key {error.Epoch}, which is not in {options.KeysFolder}. Put back the keys folder of that instance, "
                    + "or say where it is with --keys, or get the keys back with nestwerk keys recover and the recovery key on paper.",
            SealedFault.WrongKey =>
                $"{file} is sealed with another key {error.Epoch} than the one in {options.KeysFolder}: it is from another instance, or its "
                    + "beginning is damaged. Say where the right keys are with --keys.",
            _ =>
                $"{file} is damaged: it was changed, cut short or mixed up after it was made. Nothing of it was used. Take another backup.",
        };

    static int Check(string half, IReadOnlyList<string> known)
    {
        if (SqliteCopy.Problems(half, thorough: true) is [var first, ..])
            throw new RefusedException($"The database in the backup is damaged: {first}. Take another backup.");
        var applied = SqliteCopy.Migrations(half);
        if (applied.Count == 0)
            throw new RefusedException("What is in the backup is not a database of Nestwerk.");
        if (applied.Except(known, StringComparer.Ordinal).LastOrDefault() is { } unknown)
            throw new RefusedException(
                $"The backup is of a newer version of Nestwerk than this one (it has {unknown}). Restore it with that version or a later one."
            );
        return known.Count - applied.Count;
    }
}
