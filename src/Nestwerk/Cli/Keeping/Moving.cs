using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Nestwerk.Data;
using Nestwerk.Shared;
using Npgsql;

namespace Nestwerk.Cli.Keeping;

/// <summary>
/// Moves an instance from its SQLite file to an empty PostgreSQL database: every table, row by row, in one transaction, and
/// counted on both sides before it is kept. The file stays as it is.
/// </summary>
sealed class Moving(NestwerkOptions options, NestwerkDb from, IServiceProvider services)
{
    const int Batch = 500;
    static readonly MethodInfo CopyOne = typeof(Moving).GetMethod(nameof(CopyAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <returns>The tables that had rows, with how many.</returns>
    /// <exception cref="RefusedException">Says what stands in the way.</exception>
    public async Task<IReadOnlyList<(string Table, long Rows)>> RunAsync(string connection, CancellationToken cancel)
    {
        if (!File.Exists(options.SqliteFile))
            throw new RefusedException($"There is no database at {options.SqliteFile}. Say where the data is with --data.");
        await RefusePendingAsync(cancel);
        var builder = new DbContextOptionsBuilder<PostgresDb>().UseApplicationServiceProvider(services);
        builder.OnPostgres(connection);
        await using var to = new PostgresDb((DbContextOptions<PostgresDb>)builder.Options);
        try
        {
            await to.Database.MigrateAsync(cancel);
            return await CopyAllAsync(to, cancel);
        }
        catch (NpgsqlException error)
        {
            throw new RefusedException($"PostgreSQL refused, and nothing was moved: {error.Message}");
        }
    }

    /// <summary>The transaction on the file holds every writer off, so that a server somebody forgot to stop cannot add to it.</summary>
    async Task<IReadOnlyList<(string Table, long Rows)>> CopyAllAsync(PostgresDb to, CancellationToken cancel)
    {
        await using var still = await from.Database.BeginTransactionAsync(cancel);
        await using var transaction = await to.Database.BeginTransactionAsync(cancel);
        var moved = new List<(string Table, long Rows)>();
        foreach (var type in InOrder(from.Model))
        {
            var copy = (Task<long>)CopyOne.MakeGenericMethod(type.ClrType).Invoke(null, [type, from, to, cancel])!;
            moved.Add((type.GetTableName()!, await copy));
            await CountOnAsync(to, type, cancel);
        }
        await transaction.CommitAsync(cancel);
        return [.. moved.Where(table => table.Rows > 0)];
    }

    async Task RefusePendingAsync(CancellationToken cancel)
    {
        if ((await from.Database.GetPendingMigrationsAsync(cancel)).Any())
            throw new RefusedException("The database has an older shape. Run nestwerk migrate first.");
    }

    static async Task<long> CopyAsync<TRow>(IEntityType type, DbContext from, DbContext to, CancellationToken cancel)
        where TRow : class
    {
        if (await Rows<TRow>(type, to).AnyAsync(cancel))
            throw new RefusedException($"The PostgreSQL database is not empty: {type.GetTableName()} has rows. Give an empty one.");
        await foreach (var rows in Rows<TRow>(type, from).AsAsyncEnumerable().Chunk(Batch).WithCancellation(cancel))
        {
            foreach (var row in rows)
                Set<TRow>(type, to).Add(row);
            await to.SaveChangesAsync(cancel);
            to.ChangeTracker.Clear();
        }
        var (had, has) = (await Rows<TRow>(type, from).LongCountAsync(cancel), await Rows<TRow>(type, to).LongCountAsync(cancel));
        return had == has
            ? has
            : throw new RefusedException($"{type.GetTableName()} has {had} rows but {has} arrived, so nothing was moved.");
    }

    static DbSet<TRow> Set<TRow>(IEntityType type, DbContext db)
        where TRow : class => type.HasSharedClrType ? db.Set<TRow>(type.Name) : db.Set<TRow>();

    static IQueryable<TRow> Rows<TRow>(IEntityType type, DbContext db)
        where TRow : class => Set<TRow>(type, db).IgnoreQueryFilters().AsNoTracking();

    /// <summary>Numbers that the database gives out go on after those that came along.</summary>
    static async Task CountOnAsync(PostgresDb to, IEntityType type, CancellationToken cancel)
    {
        if (type.FindPrimaryKey()!.Properties is not [{ ClrType: var clr } number] || clr != typeof(int))
            return;
        var (table, column) = (type.GetTableName()!, number.GetColumnName());
        var sql =
            $"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column}'), (SELECT max(\"{column}\") FROM \"{table}\")) "
            + $"FROM \"{table}\" LIMIT 1";
        await to.Database.ExecuteSqlRawAsync(sql, cancel);
    }

    /// <summary>A table comes after those it refers to.</summary>
    static List<IEntityType> InOrder(IModel model)
    {
        var waiting = model.GetEntityTypes().Where(type => !type.IsOwned()).ToList();
        var ordered = new List<IEntityType>();
        while (waiting.Count > 0)
        {
            var next = waiting.First(type =>
                type.GetForeignKeys().All(key => key.PrincipalEntityType == type || ordered.Contains(key.PrincipalEntityType))
            );
            ordered.Add(next);
            waiting.Remove(next);
        }
        return ordered;
    }
}
