using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;

namespace Nestwerk.Families.Rights;

/// <summary>
/// What a database keeps after a row is gone. SQLite overwrites deleted bytes in the file itself, but its write-ahead log still
/// holds the pages as they were until it is emptied. PostgreSQL clears dead rows by its own autovacuum.
/// </summary>
public sealed class Leftovers(NestwerkDb db, WriteGate gate)
{
    /// <returns>Whether there was something to sweep here.</returns>
    public async Task<bool> SweepAsync(CancellationToken cancel)
    {
        if (!db.Database.IsSqlite())
            return false;
        using var turn = await gate.EnterAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE);", cancel);
        return true;
    }
}
