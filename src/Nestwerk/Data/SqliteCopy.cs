using Microsoft.Data.Sqlite;
using Nestwerk.Shared;

namespace Nestwerk.Data;

/// <summary>Copies of a SQLite file that is in use, and what is asked of a copy.</summary>
static class SqliteCopy
{
    /// <summary>Copies the file as it is at this moment, while others go on writing. A copy that does not succeed is removed.</summary>
    public static void Make(string file, string copy)
    {
        try
        {
            new FileStream(copy, PrivateFolder.NewFile).Dispose();
            using var from = Open(file);
            using var to = Open(copy);
            using var patience = new SqliteCommand("PRAGMA busy_timeout=30000", from);
            patience.ExecuteNonQuery();
            from.BackupDatabase(to);
        }
        catch
        {
            Remove(copy);
            throw;
        }
    }

    /// <returns>What is wrong with the file; empty when nothing is.</returns>
    public static IReadOnlyList<string> Problems(string file, bool thorough)
    {
        try
        {
            using var connection = Open(file);
            var found = Ask(connection, thorough ? "PRAGMA integrity_check" : "PRAGMA quick_check").Where(line => line != "ok");
            return [.. found, .. Ask(connection, "PRAGMA foreign_key_check").Select(table => $"a reference in {table} leads nowhere")];
        }
        catch (SqliteException error)
        {
            return [error.Message];
        }
    }

    /// <returns>The migrations that were applied to it, oldest first; empty when it is not of ours.</returns>
    public static IReadOnlyList<string> Migrations(string file)
    {
        using var connection = Open(file);
        return Ask(connection, "SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'").Count == 0
            ? []
            : Ask(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId");
    }

    /// <returns>How many rows each table has, the empty ones and those of the engine left out.</returns>
    public static IReadOnlyList<(string Table, long Rows)> Rows(string file)
    {
        using var connection = Open(file);
        var tables = Ask(
            connection,
            @"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE '\_\_%' ESCAPE '\' ORDER BY name"
        );
        return
        [
            .. tables
                .Select(table =>
                    (
                        table,
                        long.Parse(
                            Ask(connection, $"SELECT count(*) FROM \"{table}\"")[0],
                            System.Globalization.CultureInfo.InvariantCulture
                        )
                    )
                )
                .Where(table => table.Item2 > 0),
        ];
    }

    /// <returns>The first value of the answer; null when there is none.</returns>
    public static string? First(string file, string sql)
    {
        using var connection = Open(file);
        return Ask(connection, sql).FirstOrDefault();
    }

    /// <summary>Removes a file and what the engine keeps beside it.</summary>
    public static void Remove(string file)
    {
        foreach (var part in new[] { file, file + "-wal", file + "-shm", file + "-journal" })
            File.Delete(part);
    }

    static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Mode=ReadWrite;Pooling=False");
        connection.Open();
        return connection;
    }

    static List<string> Ask(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var answers = new List<string>();
        while (reader.Read())
            answers.Add(reader.GetString(0));
        return answers;
    }
}
