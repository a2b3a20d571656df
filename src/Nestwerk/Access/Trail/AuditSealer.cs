using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access.Trail;

/// <summary>Gives rows that wait their place and their seal, in short transactions. It seals nothing on top of a trail that does not fit its last head.</summary>
public sealed class AuditSealer(IServiceScopeFactory scopes, WriteGate gate, HeadFile heads, TimeProvider time)
{
    const int MostPerBatch = 1000;

    /// <summary>Why nothing is sealed any more; null when all is well.</summary>
    public BrokenChainException? Broken { get; private set; }

    public async Task<bool> IsNeededAsync(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<NestwerkDb>().Set<AuditRow>().AnyAsync(row => row.Sequence == null, cancel);
    }

    /// <returns>How many rows were sealed.</returns>
    /// <exception cref="BrokenChainException">The trail is not what it was: look at it first.</exception>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        try
        {
            var (all, batch) = (0, MostPerBatch);
            while (batch == MostPerBatch)
                all += batch = await SealBatchAsync(cancel);
            Broken = null;
            return all;
        }
        catch (BrokenChainException broken)
        {
            Broken = broken;
            throw;
        }
    }

    /// <returns>Where the chain stands.</returns>
    public static async Task<ChainHead> HeadAsync(NestwerkDb db, CancellationToken cancel)
    {
        var last = await db.Set<AuditRow>()
            .Where(row => row.Sequence != null)
            .OrderByDescending(row => row.Sequence)
            .Select(row => new { row.Sequence, row.Seal })
            .FirstOrDefaultAsync(cancel);
        return last is null ? ChainHead.Start : new(last.Sequence!.Value, last.Seal ?? []);
    }

    async Task<int> SealBatchAsync(CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var rows = await db.Set<AuditRow>()
            .Where(row => row.Sequence == null)
            .OrderBy(row => row.At)
            .ThenBy(row => row.Id)
            .Take(MostPerBatch)
            .ToListAsync(cancel);
        if (rows.Count == 0)
            return 0;
        var head = await HeadAsync(db, cancel);
        await RefuseBrokenAsync(db, head, cancel);
        var key = await KeyAsync(scope.ServiceProvider, head, cancel);
        foreach (var row in rows)
            head = row.Close(head, key);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        heads.Keep(head, time.GetUtcNow().UtcDateTime);
        return rows.Count;
    }

    async Task RefuseBrokenAsync(NestwerkDb db, ChainHead head, CancellationToken cancel)
    {
        if (heads.Now() is not { Head: var kept } || kept.Sequence == 0)
            return;
        if (head.Sequence < kept.Sequence)
            throw new BrokenChainException($"The trail ends at {head.Sequence}, and it once ended at {kept.Sequence}.");
        var seal = await db.Set<AuditRow>()
            .Where(row => row.Sequence == kept.Sequence)
            .Select(row => row.Seal)
            .SingleOrDefaultAsync(cancel);
        if (!kept.Is(kept.Sequence, seal))
            throw new BrokenChainException($"Row {kept.Sequence} of the trail is not the one that was there.");
    }

    async Task<byte[]> KeyAsync(IServiceProvider services, ChainHead head, CancellationToken cancel)
    {
        var secrets = services.GetRequiredService<HouseSecrets>();
        if (await secrets.FindAsync(AuditChain.Secret, cancel) is { } key)
            return key;
        return head.Sequence == 0 && heads.Now() is null
            ? await secrets.TakeAsync(AuditChain.Secret, cancel)
            : throw new BrokenChainException("The key of the trail is gone.");
    }
}

/// <summary>The trail was changed outside this program, or an older backup was put back.</summary>
public sealed class BrokenChainException(string message) : Exception(message);
