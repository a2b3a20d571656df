using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Nestwerk.Data;

/// <summary>
/// Says on every SQLite connection what must never depend on a default: acknowledged means on disk,
/// references hold, and deleted bytes are overwritten. Said once: a connection that comes back from the pool still knows.
/// </summary>
sealed class PinnedPragmas : DbConnectionInterceptor
{
    const string Pinned = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;";

    static readonly ConditionalWeakTable<sqlite3, object> Told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (Knows(connection))
            return;
        using var command = Pin(connection);
        command.ExecuteNonQuery();
        Remember(connection);
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (Knows(connection))
            return;
        await using var command = Pin(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        Remember(connection);
    }

    static bool Knows(DbConnection connection) => Told.TryGetValue(((SqliteConnection)connection).Handle!, out _);

    static void Remember(DbConnection connection) => Told.TryAdd(((SqliteConnection)connection).Handle!, Pinned);

    /// <summary>The journal's mode stands in the file, so a connection that may only read, cannot and need not say it.</summary>
    static DbCommand Pin(DbConnection connection)
    {
        var command = connection.CreateCommand();
        var reads = new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
        command.CommandText = reads ? Pinned : "PRAGMA journal_mode=WAL; " + Pinned;
        return command;
    }
}
