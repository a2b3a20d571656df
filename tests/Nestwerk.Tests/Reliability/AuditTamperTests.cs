using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Access.Trail;
using Nestwerk.Data;
using Nestwerk.Tests.Access;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Reliability;

/// <summary>What somebody does who can write in the database, and has neither the keys nor the heads beside it.</summary>
public abstract class AuditTamperTests(TestHost host) : WebTests(host)
{
    const int Rows = 60;

    static readonly (string Name, Func<NestwerkDb, Random, Task> Do)[] Deeds =
    [
        ("edit", Tampering.EditAsync),
        ("edit", Tampering.EditAsync),
        ("edit", Tampering.EditAsync),
        ("delete", Tampering.DeleteAsync),
        ("reorder", Tampering.SwapAsync),
        ("reorder with seals", Tampering.SwapWithSealsAsync),
        ("truncation", Tampering.CutAsync),
        ("unsealing", Tampering.UnsealTailAsync),
        ("forged row", Tampering.ForgeAsync),
        ("rewrite", Tampering.RewriteAsync),
        ("everything gone", Tampering.EmptyAsync),
    ];

    [Fact, Trait("Row", "R28")]
    public async Task Whatever_is_done_to_the_trail_in_the_database_is_seen()
    {
        await Trails.FillAsync(App, Rows);
        var (random, times) = (new Random(LongForm.Seed), LongForm.Times(inShort: 220, inLong: 10_000));
        var (missed, done) = (new List<string>(), new SortedDictionary<string, int>(StringComparer.Ordinal));

        for (var i = 0; i < times; i++)
        {
            var (name, deed) = Deeds[random.Next(Deeds.Length)];
            done[name] = done.GetValueOrDefault(name) + 1;
            if (!await IsSeenAsync(db => deed(db, random)))
                missed.Add($"{name} {i}");
        }

        LongForm.Report(
            $"audit ({GetType().Name}): {times} deeds of somebody with the database only ({string.Join(", ", done.Select(each => $"{each.Value} × {each.Key}"))}), {missed.Count} not seen."
        );
        Assert.Empty(missed);
        Assert.Empty((await Trails.VerifyAsync(App)).Problems);
    }

    /// <summary>Does it in a transaction, looks, and takes it back.</summary>
    async Task<bool> IsSeenAsync(Func<NestwerkDb, Task> deed)
    {
        using var scope = App.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await deed(db);
        db.ChangeTracker.Clear();
        return (await scope.ServiceProvider.GetRequiredService<AuditVerifier>().RunAsync(default)).Problems.Count > 0;
    }
}

static class Tampering
{
    public static async Task EditAsync(NestwerkDb db, Random random)
    {
        var row = await AnyAsync(db, random);
        var it = db.Set<AuditRow>().Where(each => each.Id == row.Id);
        var (id, at) = (Ids(random), row.At.AddTicks(10 * (1 + random.NextInt64(10_000_000))));
        await (
            random.Next(11) switch
            {
                0 => it.ExecuteUpdateAsync(set => set.SetProperty(each => each.At, at)),
                1 => it.ExecuteUpdateAsync(set => set.SetProperty(each => each.PersonId, id)),
                2 => it.ExecuteUpdateAsync(set => set.SetProperty(each => each.SubjectId, id)),
                3 => it.ExecuteUpdateAsync(set => set.SetProperty(each => each.Event, each => each.Event + "x")),
                4 => it.ExecuteUpdateAsync(set => set.SetProperty(each => each.OfFamily, row.OfFamily is null ? id : null)),
                5 => it.ExecuteUpdateAsync(set => set.SetProperty(each => each.Classes, row.Classes ^ DataClasses.Care)),
                6 => it.ExecuteUpdateAsync(set => set.SetProperty(each => each.Act, row.Act == Act.Read ? Act.Write : Act.Read)),
                7 => it.ExecuteUpdateAsync(set => set.SetProperty(each => each.Reason, row.Reason is null ? Reason.NotHers : null)),
                8 => it.ExecuteUpdateAsync(set => set.SetProperty(each => each.AtOrganisation, row.AtOrganisation is null ? id : null)),
                9 => it.ExecuteUpdateAsync(set => set.SetProperty(each => each.SessionId, row.SessionId is null ? id : null)),
                _ => it.ExecuteUpdateAsync(set => set.SetProperty(each => each.Seal, Bytes(random))),
            }
        );
    }

    public static async Task DeleteAsync(NestwerkDb db, Random random)
    {
        var row = await AnyAsync(db, random);
        await db.Set<AuditRow>().Where(each => each.Id == row.Id).ExecuteDeleteAsync();
    }

    public static async Task SwapAsync(NestwerkDb db, Random random)
    {
        var (one, other) = await TwoAsync(db, random);
        await PlaceAsync(db, one.Id, -1, one.Seal);
        await PlaceAsync(db, other.Id, one.Sequence, other.Seal);
        await PlaceAsync(db, one.Id, other.Sequence, one.Seal);
    }

    public static async Task SwapWithSealsAsync(NestwerkDb db, Random random)
    {
        var (one, other) = await TwoAsync(db, random);
        await PlaceAsync(db, one.Id, -1, other.Seal);
        await PlaceAsync(db, other.Id, one.Sequence, one.Seal);
        await PlaceAsync(db, one.Id, other.Sequence, other.Seal);
    }

    public static async Task CutAsync(NestwerkDb db, Random random)
    {
        var row = await AnyAsync(db, random);
        await db.Set<AuditRow>().Where(each => each.Sequence >= row.Sequence).ExecuteDeleteAsync();
    }

    /// <summary>So that the sealer would seal them anew, changed.</summary>
    public static async Task UnsealTailAsync(NestwerkDb db, Random random)
    {
        var row = await AnyAsync(db, random);
        await db.Set<AuditRow>()
            .Where(each => each.Sequence >= row.Sequence)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(each => each.Sequence, (long?)null)
                    .SetProperty(each => each.Seal, (byte[]?)null)
                    .SetProperty(each => each.PersonId, row.Id)
            );
    }

    public static async Task ForgeAsync(NestwerkDb db, Random random)
    {
        var last = await db.Set<AuditRow>().MaxAsync(each => each.Sequence);
        var forged = Trails.Row(random, last!.Value);
        forged.Close(new(last.Value + random.Next(3), Bytes(random)), Bytes(random));
        db.Add(forged);
        await db.SaveChangesAsync();
    }

    /// <summary>All of it, from the first row on, leaving one out, under a key of her own.</summary>
    public static async Task RewriteAsync(NestwerkDb db, Random random)
    {
        var rows = await db.Set<AuditRow>()
            .AsNoTracking()
            .Where(each => each.Sequence != null)
            .OrderBy(each => each.Sequence)
            .ToListAsync();
        await db.Set<AuditRow>().ExecuteDeleteAsync();
        rows.RemoveAt(random.Next(rows.Count));
        var (head, key) = (ChainHead.Start, Bytes(random));
        foreach (var row in rows)
            head = row.Close(head, key);
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    public static Task EmptyAsync(NestwerkDb db, Random random) => db.Set<AuditRow>().ExecuteDeleteAsync();

    static Task PlaceAsync(NestwerkDb db, Guid id, long? place, byte[]? seal) =>
        db.Set<AuditRow>()
            .Where(each => each.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.Sequence, place).SetProperty(each => each.Seal, seal));

    static async Task<AuditRow> AnyAsync(NestwerkDb db, Random random)
    {
        var sealedRows = db.Set<AuditRow>().AsNoTracking().Where(each => each.Sequence != null).OrderBy(each => each.Sequence);
        return await sealedRows.Skip(random.Next(await sealedRows.CountAsync())).FirstAsync();
    }

    static async Task<(AuditRow One, AuditRow Other)> TwoAsync(NestwerkDb db, Random random)
    {
        var one = await AnyAsync(db, random);
        var other = await AnyAsync(db, random);
        while (other.Id == one.Id)
            other = await AnyAsync(db, random);
        return (one, other);
    }

    static Guid Ids(Random random) => new(Bytes(random).AsSpan(0, 16));

    static byte[] Bytes(Random random)
    {
        var bytes = new byte[SHA256.HashSizeInBytes];
        random.NextBytes(bytes);
        return bytes;
    }
}

public sealed class AuditTamperOnSqlite(SqliteHost host) : AuditTamperTests(host), IClassFixture<SqliteHost>;

public sealed class AuditTamperOnPostgres(PostgresHost host) : AuditTamperTests(host), IClassFixture<PostgresHost>;
