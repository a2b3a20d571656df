using Microsoft.Data.Sqlite;

namespace Nestwerk.Cli.Demo;

/// <summary>The mark inside a SQLite file that says: this is a demo, made at that moment.</summary>
static class DemoMark
{
    const int Demo = 0x44454D4F; // "DEMO"

    /// <returns>When the demo was made; null when there is no file, or it is no demo.</returns>
    public static DateTime? Read(string file)
    {
        if (!File.Exists(file))
            return null;
        using var connection = Open(file);
        return Get(connection, "application_id") == Demo ? DateTime.UnixEpoch.AddMinutes(Get(connection, "user_version")) : null;
    }

    public static void Write(string file, DateTime utc)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        var minutes = (int)(utc - DateTime.UnixEpoch).TotalMinutes;
        command.CommandText = $"PRAGMA application_id={Demo}; PRAGMA user_version={minutes};";
        command.ExecuteNonQuery();
    }

    static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    static int Get(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
