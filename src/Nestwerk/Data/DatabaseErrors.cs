using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Nestwerk.Data;

/// <summary>What a database error means, whichever database says it.</summary>
static class DatabaseErrors
{
    const int SqliteConstraint = 19;
    const int SqliteFull = 13;

    /// <summary>The engine could not make its shared index longer; on a sound disk there is one reason for that.</summary>
    const int SqliteIndexFull = 4874;
    const int UnixFull = 28;
    const int WindowsFull = unchecked((int)0x80070070);

    /// <summary>Somebody else made the same row at the same moment.</summary>
    public static bool IsDuplicate(this DbUpdateException error) =>
        error.InnerException
            is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }
                or SqliteException { SqliteErrorCode: SqliteConstraint };

    /// <summary>There is no room left on the disk.</summary>
    public static bool IsDiskFull(this Exception error) =>
        error
            is SqliteException { SqliteErrorCode: SqliteFull }
                or SqliteException { SqliteExtendedErrorCode: SqliteIndexFull }
                or PostgresException { SqlState: PostgresErrorCodes.DiskFull }
                or IOException { HResult: UnixFull or WindowsFull }
        || (error.InnerException is { } inner && inner.IsDiskFull());
}
