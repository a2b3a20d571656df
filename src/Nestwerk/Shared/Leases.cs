using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nestwerk.Data;

namespace Nestwerk.Shared;

/// <summary>Work that only one of several instances does, and who does it until when.</summary>
public sealed class Lease
{
    public required string Name { get; init; }
    public required Guid Holder { get; set; }
    public required DateTime Until { get; set; }
}

/// <summary>
/// Says whether this instance is the one that does some work now. A lease is long beside the difference between two clocks,
/// and is renewed by asking again; an instance that dies is followed up when it runs out.
/// </summary>
public sealed class Leases(IServiceScopeFactory scopes, WriteGate gate, TimeProvider time)
{
    static readonly TimeSpan Length = TimeSpan.FromMinutes(3);
    readonly Guid me = Ids.New();

    DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<bool> TakeAsync(string name, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        var now = Now;
        var taken = await db.Set<Lease>()
            .Where(lease => lease.Name == name && (lease.Holder == me || lease.Until < now))
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Holder, me).SetProperty(lease => lease.Until, now + Length), cancel);
        if (taken > 0 || await db.Set<Lease>().AnyAsync(lease => lease.Name == name, cancel))
            return taken > 0;
        try
        {
            db.Add(
                new Lease
                {
                    Name = name,
                    Holder = me,
                    Until = now + Length,
                }
            );
            return await db.SaveChangesAsync(cancel) > 0;
        }
        catch (DbUpdateException first) when (first.IsDuplicate())
        {
            return false;
        }
    }

    /// <summary>At the end: another instance need not wait.</summary>
    public async Task LeaveAsync(string name, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        using var scope = scopes.CreateScope();
        var now = Now;
        await scope
            .ServiceProvider.GetRequiredService<NestwerkDb>()
            .Set<Lease>()
            .Where(lease => lease.Name == name && lease.Holder == me)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Until, now.AddTicks(-1)), cancel);
    }
}

sealed class LeaseModel : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> builder)
    {
        builder.ToTable("Leases");
        builder.HasKey(lease => lease.Name);
        builder.Property(lease => lease.Name).HasMaxLength(40);
    }
}
