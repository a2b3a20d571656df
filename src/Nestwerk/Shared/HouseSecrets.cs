using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Data;

namespace Nestwerk.Shared;

/// <summary>A key that must outlive the epochs of the key ring: for look-ups and for the chain of the audit. Sealed under the ring.</summary>
public sealed class HouseSecret
{
    public required string Name { get; init; }
    public required string Sealed { get; set; }
}

/// <summary>Holds the opened keys of this process.</summary>
public sealed class OpenSecrets
{
    internal ConcurrentDictionary<string, byte[]> Known { get; } = new(StringComparer.Ordinal);

    /// <summary>As when the process begins anew.</summary>
    public void Forget(string name) => Known.TryRemove(name, out _);
}

/// <summary>Gives each lasting key of the instance by its name, and makes it when it is first needed to write.</summary>
public sealed class HouseSecrets(NestwerkDb db, SealedBox box, OpenSecrets open) : ISealedColumn
{
    /// <returns>The key; null when nothing was ever written with it.</returns>
    public async Task<byte[]?> FindAsync(string name, CancellationToken cancel)
    {
        if (open.Known.TryGetValue(name, out var known))
            return known;
        var row = await db.Set<HouseSecret>().AsNoTracking().SingleOrDefaultAsync(secret => secret.Name == name, cancel);
        return row is null ? null : open.Known[name] = Convert.FromBase64String(box.Open(row.Sealed, BoundTo(name)));
    }

    /// <summary>For whoever is about to write with it: made in the running transaction if it was not there.</summary>
    public async Task<byte[]> TakeAsync(string name, CancellationToken cancel)
    {
        if (await FindAsync(name, cancel) is { } key)
            return key;
        if (db.Set<HouseSecret>().Local.SingleOrDefault(secret => secret.Name == name) is { } made)
            return Convert.FromBase64String(box.Open(made.Sealed, BoundTo(name)));
        var fresh = RandomNumberGenerator.GetBytes(KeyRing.KeySize);
        db.Add(new HouseSecret { Name = name, Sealed = box.Seal(Convert.ToBase64String(fresh), BoundTo(name)) });
        return fresh;
    }

    public async Task<IReadOnlyList<SealedValue>> ReadAsync(CancellationToken cancel)
    {
        var rows = db.Set<HouseSecret>().AsNoTracking();
        return
        [
            .. (await rows.ToListAsync(cancel)).Select(row => new SealedValue(
                row.Sealed,
                BoundTo(row.Name),
                (anew, stop) =>
                    rows.Where(secret => secret.Name == row.Name && secret.Sealed == row.Sealed)
                        .ExecuteUpdateAsync(set => set.SetProperty(secret => secret.Sealed, anew), stop)
            )),
        ];
    }

    static string BoundTo(string name) => $"secret:{name}";
}

sealed class HouseSecretModel : IEntityTypeConfiguration<HouseSecret>
{
    public void Configure(EntityTypeBuilder<HouseSecret> builder)
    {
        builder.ToTable("HouseSecrets");
        builder.HasKey(secret => secret.Name);
        builder.Property(secret => secret.Name).HasMaxLength(40);
    }
}
