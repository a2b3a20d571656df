using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Nestwerk.Data;

/// <summary>
/// Says on every SQLite connection what must never depend on a default: acknowledged means on disk,
/// references hold, and deleted bytes are overwritten.
/// </summary>
sealed class PinnedPragmas : DbConnectionInterceptor
{
    const string Pinned = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Pin(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = Pin(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The journal's mode stands in the file, so a connection that may only read, cannot and need not say it.</summary>
    static DbCommand Pin(DbConnection connection)
    {
        var command = connection.CreateCommand();
        var reads = new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
        command.CommandText = reads ? Pinned : "PRAGMA journal_mode=WAL; " + Pinned;
        return command;
    }
}
