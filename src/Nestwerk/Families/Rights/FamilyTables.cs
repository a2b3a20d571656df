using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>A table with something about families, as the model knows it: a new one joins in by itself.</summary>
/// <param name="Type">The class of its rows.</param>
/// <param name="Name">The table.</param>
/// <param name="Sealed">Its sealed columns.</param>
/// <param name="About">Its columns that say which member a row is about.</param>
public sealed record FamilyTable(Type Type, string Name, IReadOnlyList<string> Sealed, IReadOnlyList<string> About)
{
    public bool IsRow => Type.IsDefined(typeof(HoldsAttribute), inherit: false);
}

/// <summary>Every table about families, and what stands in it of one of them.</summary>
public sealed class FamilyTables(NestwerkDb db, FamilyScope scope)
{
    /// <summary>What stays when a family goes: that it was erased, and what went. Neither says anything about anybody.</summary>
    static readonly Type[] Kept = [typeof(Tombstone), typeof(ErasureProof)];

    /// <summary>Columns that point to a member a row is about, by name.</summary>
    static readonly string[] Pointing = [nameof(CareNote.SubjectId), nameof(Relation.MemberId), nameof(Exclusion.ExcludedId)];

    static readonly MethodInfo Reader = typeof(FamilyTables).GetMethod(nameof(ReadAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    public IReadOnlyList<FamilyTable> All { get; } = Of(db.Model);

    public static IReadOnlyList<FamilyTable> Of(IModel model) =>
        [
            .. from entity in model.GetEntityTypes()
            where !entity.IsOwned() && entity.FindProperty(nameof(FamilyKey.FamilyId)) is not null && !Kept.Contains(entity.ClrType)
            let hidden = entity.GetComplexProperties().Where(each => each.ComplexType.ClrType == typeof(Sealed))
            let about = Pointing.Where(name => entity.FindProperty(name) is not null)
            orderby entity.GetTableName()
            select new FamilyTable(entity.ClrType, entity.GetTableName()!, [.. hidden.Select(each => each.Name)], [.. about]),
        ];

    /// <summary>The tracked rows of one family, without those that go in this transaction already.</summary>
    public async Task<IReadOnlyList<(FamilyTable Table, EntityEntry Row)>> RowsAsync(Guid family, CancellationToken cancel)
    {
        var rows = new List<(FamilyTable, EntityEntry)>();
        foreach (var table in All)
        foreach (var row in await (Task<List<object>>)Reader.MakeGenericMethod(table.Type).Invoke(this, [family, cancel])!)
            if (db.Entry(row) is { State: not EntityState.Deleted } entry)
                rows.Add((table, entry));
        return rows;
    }

    /// <summary>Seals what stays with another key, each value in its own place.</summary>
    public static void SealAnew(FamilyTable table, EntityEntry row, FamilySeal old, FamilySeal anew)
    {
        foreach (var column in table.Sealed)
            if (row.ComplexProperty(column).CurrentValue is Sealed value)
            {
                var (place, id) = (PlaceOf(table, column), (Guid)row.Property("Id").CurrentValue!);
                row.ComplexProperty(column).CurrentValue = anew.Seal(old.Open(value, place, id), place, id);
            }
    }

    /// <summary>The name under which a value is sealed: of its class and its own.</summary>
    public static string PlaceOf(FamilyTable table, string column) => $"{table.Type.Name}.{column}";

    async Task<List<object>> ReadAsync<TRow>(Guid family, CancellationToken cancel)
        where TRow : class
    {
        var all = typeof(TRow).IsDefined(typeof(HoldsAttribute), inherit: false) ? Scoped<TRow>() : db.Set<TRow>();
        var rows = await all.Where(row => EF.Property<Guid>(row, nameof(FamilyKey.FamilyId)) == family).ToListAsync(cancel);
        return [.. rows];
    }

    IQueryable<TRow> Scoped<TRow>() =>
        (IQueryable<TRow>)
            typeof(FamilyScope).GetMethod(nameof(FamilyScope.For))!.MakeGenericMethod(typeof(TRow)).Invoke(scope, [Job.Rights])!;
}
