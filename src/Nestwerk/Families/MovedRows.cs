using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>
/// Carries rows from one family to another. The family is part of every key and of what every text is sealed with, so a row is made
/// anew, sealed with the other key, and the old one goes, in the running transaction.
/// </summary>
/// <param name="same">Members who turn out to be one person: references to the first become references to the second.</param>
sealed class MovedRows(NestwerkDb db, FamilySeal from, FamilySeal to, IReadOnlyDictionary<Guid, Guid> same)
{
    public async Task<List<EntityEntry>> LoadAsync(IEntityType type, CancellationToken cancel)
    {
        var load = typeof(MovedRows).GetMethod(
            nameof(RowsAsync),
            System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance
        )!;
        return await (Task<List<EntityEntry>>)load.MakeGenericMethod(type.ClrType).Invoke(this, [cancel])!;
    }

    public void Move(EntityEntry row)
    {
        Copy(row);
        row.State = row.State == EntityState.Added ? EntityState.Detached : EntityState.Deleted;
    }

    /// <summary>The same row also in the other family.</summary>
    public void Copy(EntityEntry row)
    {
        var anew = db.Entry(row.CurrentValues.ToObject());
        anew.Property(nameof(FamilyKey.FamilyId)).CurrentValue = to.FamilyId;
        foreach (var property in anew.Properties.Where(each => !each.Metadata.IsPrimaryKey()))
            if (property.CurrentValue is Guid id && same.TryGetValue(id, out var other))
                property.CurrentValue = other;
        var own = (Guid)anew.Property("Id").CurrentValue!;
        foreach (var sealedColumn in MoveRules.SealedOf(row.Metadata))
            Reseal(anew, sealedColumn, MoveRules.ColumnOf(row.Metadata, sealedColumn), own);
        db.Add(anew.Entity);
    }

    void Reseal(EntityEntry row, IComplexProperty property, string column, Guid id)
    {
        var place = row.ComplexProperty(property.Name);
        if (place.CurrentValue is Sealed closed)
            place.CurrentValue = to.Seal(from.Open(closed, column, id), column, id);
    }

    /// <summary>Everything stored, and what was added in this transaction.</summary>
    async Task<List<EntityEntry>> RowsAsync<TRow>(CancellationToken cancel)
        where TRow : class
    {
        var family = from.FamilyId;
        await db.Set<TRow>().Where(row => EF.Property<Guid>(row, nameof(FamilyKey.FamilyId)) == family).LoadAsync(cancel);
        return
        [
            .. db
                .ChangeTracker.Entries<TRow>()
                .Where(row => row.State != EntityState.Deleted)
                .Where(row => (Guid)row.Property(nameof(FamilyKey.FamilyId)).CurrentValue! == family)
                .Select(row => db.Entry((object)row.Entity)),
        ];
    }
}
