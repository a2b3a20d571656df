using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>
/// Reads every table of rows about families as somebody may see it, and puts it into words. It knows no table: it goes by the model,
/// so that a new one is taken along without anybody thinking of it.
/// </summary>
public sealed class RowReading(NestwerkDb db, FamilyScope scope, HouseClock clock)
{
    /// <summary>Bookkeeping that says nothing by itself.</summary>
    static readonly string[] Silent = [nameof(IFamilyRow.ShownAt), nameof(StoryParagraph.Position)];

    static readonly MethodInfo Reader = typeof(RowReading).GetMethod(nameof(ReadAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    static readonly MethodInfo Finder = typeof(RowReading).GetMethod(nameof(FindAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <param name="family">Whose.</param>
    /// <param name="actor">As whom.</param>
    /// <param name="seal">Opens what is sealed.</param>
    /// <param name="names">What the members are called.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<(FamilyTable Table, IReadOnlyList<ExtractItem> Items)>> ReadAsync(
        Guid family,
        Actor actor,
        FamilySeal seal,
        IReadOnlyDictionary<Guid, string> names,
        CancellationToken cancel
    )
    {
        var all = new List<(FamilyTable, IReadOnlyList<ExtractItem>)>();
        foreach (var table in FamilyTables.Of(db.Model).Where(table => table.IsRow))
        {
            var rows = await (Task<List<IFamilyRow>>)Reader.MakeGenericMethod(table.Type).Invoke(this, [family, actor, cancel])!;
            all.Add((table, [.. rows.Select(row => new ExtractItem(row.Id, row.ToldBy, [.. Fields(row, table, seal, names)]))]));
        }
        return all;
    }

    /// <summary>The rows of a family that a worker may read for the work she does with it.</summary>
    public async Task<IReadOnlySet<Guid>> IdsAsync(Guid family, Actor actor, CancellationToken cancel)
    {
        var ids = new HashSet<Guid>();
        foreach (var table in FamilyTables.Of(db.Model).Where(table => table.IsRow))
            ids.UnionWith(await (Task<List<Guid>>)Finder.MakeGenericMethod(table.Type).Invoke(this, [family, actor, cancel])!);
        return ids;
    }

    Task<List<Guid>> FindAsync<TRow>(Guid family, Actor actor, CancellationToken cancel)
        where TRow : class, IFamilyRow =>
        scope
            .Of<TRow>(actor, Act.Read, Purpose.CoordinateTrajectory)
            .Where(row => row.FamilyId == family)
            .Select(row => row.Id)
            .ToListAsync(cancel);

    async Task<List<IFamilyRow>> ReadAsync<TRow>(Guid family, Actor actor, CancellationToken cancel)
        where TRow : class, IFamilyRow =>
        [
            .. await scope
                .Of<TRow>(actor, Act.Read, Purpose.SubjectRequest)
                .Where(row => row.FamilyId == family)
                .OrderBy(row => row.Id)
                .ToListAsync(cancel),
        ];

    IEnumerable<ExtractField> Fields(IFamilyRow row, FamilyTable table, FamilySeal seal, IReadOnlyDictionary<Guid, string> names)
    {
        if (row.SubjectId is { } subject && names.TryGetValue(subject, out var about))
            yield return new("about", Words.Field("About"), about);
        var entry = db.Entry(row);
        foreach (var column in table.Sealed)
            if (entry.ComplexProperty(column).CurrentValue is Sealed hidden)
                yield return new(column, Words.Field(column), seal.Open(hidden, FamilyTables.PlaceOf(table, column), row.Id));
        foreach (var property in entry.Metadata.GetProperties().Where(IsTold))
            if (entry.Property(property).CurrentValue is { } value)
                yield return ExtractField.Of(property.Name, value, clock);
    }

    static bool IsTold(IProperty property) =>
        !property.IsShadowProperty()
        && !Silent.Contains(property.Name, StringComparer.Ordinal)
        && property.ClrType != typeof(Guid)
        && property.ClrType != typeof(Guid?)
        && property.ClrType != typeof(byte[]);

    /// <summary>What a table, a column and a value are called. What has no text yet is called as in the code.</summary>
    public static class Words
    {
        public static string Table(Type type) => Known($"rights.table.{type.Name}", type.Name);

        public static string Field(string name) => Known($"rights.field.{name}", name);

        public static string Value(object value, HouseClock clock) =>
            value switch
            {
                DateTime at => clock.Local(at).ToString("d MMMM yyyy HH:mm", CultureInfo.CurrentCulture),
                DateOnly day when day.Day == 1 => day.ToString("MMMM yyyy", CultureInfo.CurrentCulture),
                DateOnly day => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture),
                Enum choice => Known($"rights.value.{choice.GetType().Name}.{choice}", choice.ToString()),
                IFormattable number => number.ToString(null, CultureInfo.CurrentCulture),
                _ => value.ToString() ?? "",
            };

        static string Known(string key, string otherwise) => Texts.Has(key) ? Texts.Get(key) : otherwise;
    }
}
