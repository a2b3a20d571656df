using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>How often something may be tried by one in a window of time.</summary>
/// <param name="Name">What is tried, as <c>look-up</c>. Another name is another count.</param>
public sealed record Allowance(string Name, int Most, TimeSpan Per);

/// <param name="Of">What is tried.</param>
/// <param name="By">Who tries: an id, an address on the network. It is kept as a keyed hash only.</param>
public sealed record Try(Allowance Of, string By);

/// <summary>How often it was tried, for one window. Forgotten when the window is over.</summary>
public sealed class Tries
{
    /// <summary>What, by whom and in which window, as a keyed hash.</summary>
    public required string Key { get; init; }
    public required int Count { get; set; }
    public required DateTime Until { get; init; }
}

/// <summary>
/// Counts tries in the database, so that all instances together let through no more than one would. A try is counted before it is made:
/// a hundred made at once are a hundred. Windows stand still (each quarter of an hour, each day in UTC), so at most twice as many
/// fit around the end of one.
/// <code>
/// static readonly Allowance LookUps = new("look-up", 30, TimeSpan.FromDays(1));
/// if (!await throttle.TakeAsync(LookUps, $"{actor.PersonId}", cancel)) … // "you looked up a lot today"
/// </code>
/// </summary>
public sealed class Throttle(NestwerkDb db, WriteGate gate, HouseClock clock, HouseSecrets secrets, IServiceScopeFactory scopes)
{
    const string Secret = "throttle";

    NestwerkDb Db => db;

    /// <summary>In a short transaction of its own: from a GET, or from a page with <c>[OwnTransactions]</c>. It takes the gate.</summary>
    /// <returns>Whether this one is still within what may be.</returns>
    public Task<bool> TakeAsync(Allowance allowance, string by, CancellationToken cancel) => TakeAsync([new(allowance, by)], cancel);

    /// <summary>Counts all of them.</summary>
    /// <returns>Whether each is still within what may be.</returns>
    public Task<bool> TakeAsync(IReadOnlyList<Try> tries, CancellationToken cancel) =>
        AloneAsync(async own => (await own.CountAsync(tries, cancel)).All(within => within), cancel);

    /// <summary>In the running transaction, from a handler that <c>OneTransaction</c> stands around: what is refused there counts no more.</summary>
    public async Task<bool> TakeInsideAsync(Allowance allowance, string by, CancellationToken cancel) =>
        (await CountAsync([new(allowance, by)], cancel))[0];

    /// <summary>It went well, so it does not count. In a short transaction of its own.</summary>
    public Task GiveBackAsync(IReadOnlyList<Try> tries, CancellationToken cancel) =>
        AloneAsync(
            async own =>
            {
                foreach (var each in tries)
                {
                    var key = (await own.RowAsync(each, cancel)).Key;
                    await own
                        .Db.Set<Tries>()
                        .Where(row => row.Key == key && row.Count > 0)
                        .ExecuteUpdateAsync(set => set.SetProperty(row => row.Count, row => row.Count - 1), cancel);
                }
                return true;
            },
            cancel
        );

    /// <summary>Forgets the windows that are over.</summary>
    public static Task SweepAsync(NestwerkDb db, DateTime now, CancellationToken cancel) =>
        db.Set<Tries>().Where(tries => tries.Until < now).ExecuteDeleteAsync(cancel);

    async Task<bool> AloneAsync(Func<Throttle, Task<bool>> work, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        using var scope = scopes.CreateScope();
        var own = scope.ServiceProvider.GetRequiredService<Throttle>();
        await own.EnsureKeyAsync(cancel);
        await using var transaction = await own.Db.Database.BeginTransactionAsync(cancel);
        var answer = await work(own);
        await transaction.CommitAsync(cancel);
        return answer;
    }

    /// <summary>Made once in the life of an instance; of two that make it at the same moment, one is refused by the table.</summary>
    async Task EnsureKeyAsync(CancellationToken cancel)
    {
        try
        {
            await secrets.TakeAsync(Secret, cancel);
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (twice.IsDuplicate())
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>In the order of their keys, so that two who count the same things never wait for each other.</summary>
    async Task<bool[]> CountAsync(IReadOnlyList<Try> tries, CancellationToken cancel)
    {
        var rows = new List<(Tries Row, int At)>();
        for (var at = 0; at < tries.Count; at++)
            rows.Add((await RowAsync(tries[at], cancel), at));
        var within = new bool[tries.Count];
        foreach (var (row, at) in rows.OrderBy(each => each.Row.Key, StringComparer.Ordinal))
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Tries" ("Key", "Count", "Until") VALUES ({row.Key}, 1, {row.Until})
                ON CONFLICT ("Key") DO UPDATE SET "Count" = "Tries"."Count" + 1
                """,
                cancel
            );
            var count = await db.Set<Tries>().Where(each => each.Key == row.Key).Select(each => each.Count).SingleAsync(cancel);
            within[at] = count <= tries[at].Of.Most;
        }
        return within;
    }

    async Task<Tries> RowAsync(Try made, CancellationToken cancel)
    {
        var window = (clock.Utc - DateTime.UnixEpoch).Ticks / made.Of.Per.Ticks;
        var words = string.Create(CultureInfo.InvariantCulture, $"{made.Of.Name}|{made.Of.Per.Ticks}|{window}|{made.By}");
        return new()
        {
            Key = Convert.ToHexStringLower(HMACSHA256.HashData(await secrets.TakeAsync(Secret, cancel), Encoding.UTF8.GetBytes(words))),
            Count = 1,
            Until = DateTime.UnixEpoch.AddTicks((window + 1) * made.Of.Per.Ticks),
        };
    }
}

sealed class ThrottleModel : IEntityTypeConfiguration<Tries>
{
    public void Configure(EntityTypeBuilder<Tries> builder)
    {
        builder.ToTable("Tries");
        builder.HasKey(tries => tries.Key);
        builder.Property(tries => tries.Key).HasMaxLength(64);
        builder.HasIndex(tries => tries.Until);
    }
}
