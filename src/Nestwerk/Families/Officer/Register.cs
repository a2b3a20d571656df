using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Nestwerk.Access;
using Nestwerk.Families.Rights;
using Nestwerk.Shared;

namespace Nestwerk.Families.Officer;

/// <summary>A table of the register.</summary>
/// <param name="Name">The class of its rows.</param>
/// <param name="Class">How private it is; null where a row opens to nobody by itself.</param>
/// <param name="Sealed">How many of its columns are sealed.</param>
/// <param name="Until">The end of the key of the text that says how long it stays.</param>
public sealed record RegisterLine(string Name, DataClass? Class, int Sealed, string Until);

/// <summary>The register of processing, as the code says what it keeps: the same that makes the data map.</summary>
public static class Register
{
    static readonly Dictionary<string, string> Lasting = new(StringComparer.Ordinal)
    {
        [Terms.Family] = nameof(Terms.Family),
        [Terms.Fact] = nameof(Terms.Fact),
        [Terms.Forever] = nameof(Terms.Forever),
    };

    public static IReadOnlyList<RegisterLine> Of(IModel model) =>
        [
            .. from entity in model.GetEntityTypes()
            let type = entity.ClrType
            let keeps = type.GetCustomAttribute<KeepsAttribute>()
            where keeps is not null
            let holds = type.GetCustomAttribute<HoldsAttribute>()
            orderby holds is null, holds?.Class, type.Name
            select new RegisterLine(
                type.Name,
                holds?.Class,
                entity.GetComplexProperties().Count(each => each.ComplexType.ClrType == typeof(Sealed)),
                Lasting.GetValueOrDefault(keeps.Until, type.Name)
            ),
        ];
}
