using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Nestwerk.Data;

namespace Nestwerk.Shared.Sending;

/// <summary>
/// Takes what is due in one statement. On PostgreSQL each sender skips what another is taking; on SQLite the gate lets one in at a time.
/// </summary>
static class OutgoingLeases
{
    const int AtOnce = 20;

    /// <returns>How many rows this round has in hand now.</returns>
    public static Task<int> TakeAsync<TRow>(NestwerkDb db, Guid round, DateTime now, TimeSpan lease, CancellationToken cancel)
        where TRow : Outgoing
    {
        var type = db.Model.FindEntityType(typeof(TRow))!;
        var skip = db is PostgresDb ? "FOR UPDATE SKIP LOCKED" : "";
        var key = string.Join(", ", type.FindPrimaryKey()!.Properties.Select(property => Column(type, property.Name)));
        var sql = $$"""
            UPDATE "{{type.GetTableName()}}" SET {{Of(nameof(Outgoing.LeasedBy))}} = {0}, {{Of(nameof(Outgoing.LeasedUntil))}} = {1}
            WHERE ({{key}}) IN (
                SELECT {{key}} FROM "{{type.GetTableName()}}"
                WHERE {{Of(nameof(Outgoing.SentAt))}} IS NULL AND {{Of(nameof(Outgoing.GivenUpAt))}} IS NULL
                    AND {{Of(nameof(Outgoing.NextTryAt))}} <= {2}
                    AND ({{Of(nameof(Outgoing.LeasedUntil))}} IS NULL OR {{Of(nameof(Outgoing.LeasedUntil))}} <= {2})
                ORDER BY {{Of(nameof(Outgoing.NextTryAt))}} LIMIT {{AtOnce}} {{skip}}
            )
            """;
        return db.Database.ExecuteSqlRawAsync(sql, [round, now + lease, now], cancel);

        string Of(string name) => Column(type, name);
    }

    static string Column(IEntityType type, string property) => $"\"{type.FindProperty(property)!.GetColumnName()}\"";
}
