using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Nestwerk.Access;

namespace Nestwerk.Families;

/// <summary>Which tables hold something of a family, and which way their rows go. A new table joins in by itself.</summary>
static class MoveRules
{
    /// <summary>What a family has one of: it is begun or dropped with the family, and never moved.</summary>
    static readonly Type[] OnePerFamily = [typeof(FamilyKey), typeof(FamilyFile)];

    static readonly Dictionary<Type, Splitting> Known = new()
    {
        [typeof(Relation)] = Splitting.WithMember,
        [typeof(Exclusion)] = Splitting.WithMemberOrBoth,
        [typeof(Restriction)] = Splitting.WithMemberOrBoth,
        [typeof(Quiet)] = Splitting.Both,
        [typeof(Entering.ParentPin)] = Splitting.WithMember,
        [typeof(BreakGlass)] = Splitting.StaysWhenParting,
        [typeof(Tombstone)] = Splitting.Stays,
        [typeof(FamilyMove)] = Splitting.Stays,
    };

    /// <summary>Everything keyed by a family that can have several rows of it.</summary>
    public static IEnumerable<IEntityType> Tables(IModel model) =>
        model
            .GetEntityTypes()
            .Where(type => !type.IsOwned() && type.FindProperty(nameof(FamilyKey.FamilyId)) is not null)
            .Where(type => !OnePerFamily.Contains(type.ClrType));

    /// <returns>Null for a table that does not say.</returns>
    public static Splitting? HowOf(IEntityType type) =>
        Known.TryGetValue(type.ClrType, out var how) ? how
        : type.ClrType.GetCustomAttribute<SplitsAttribute>() is { } said ? said.How
        : typeof(IFamilyRow).IsAssignableFrom(type.ClrType) ? Splitting.WithTeller
        : type.FindProperty(nameof(Consent.MemberId)) is not null ? Splitting.WithMember
        : null;

    /// <summary>What is sealed in a table: each stands sealed under the name of its type and its own.</summary>
    public static IEnumerable<IComplexProperty> SealedOf(IEntityType type) =>
        type.GetComplexProperties().Where(property => property.ClrType == typeof(Shared.Sealed));

    public static string ColumnOf(IEntityType type, IComplexProperty property) => $"{type.ClrType.Name}.{property.Name}";
}
