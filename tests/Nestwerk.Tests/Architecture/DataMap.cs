using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Architecture;

/// <summary>Writes <c>docs/data-map.md</c>: the tables about families from the model, the rest from a page written by hand.</summary>
static partial class DataMap
{
    public const string Mark = "<!-- the tables about families -->";
    public const string Page = "docs/data-map.md";
    public const string ByHand = "docs/data-map.template.md";

    /// <summary>What stands in every row about a family, said once.</summary>
    static readonly string[] Everywhere = ["FamilyId", "Id", "SubjectId", "ToldBy", "WrittenBy", "ShownAt"];

    static readonly Lazy<IReadOnlyDictionary<string, string>> Comments = new(ReadComments);

    public static string Write(IModel model, string template) =>
        template.Replace(Mark, string.Join("\n", Kept(model).Select(Table)).TrimEnd('\n'), StringComparison.Ordinal);

    /// <summary>What is about a family and does not say why and how long, and what is neither generated nor described by hand.</summary>
    public static IEnumerable<string> Silent(IModel model, string template)
    {
        foreach (var entity in Tables(model).Where(entity => KeepsOf(entity) is null))
            if (IsAboutFamilies(entity))
                yield return $"{entity.ClrType.Name} is about families and does not say why it keeps what it keeps, and until when: "
                    + $"put [Keeps(\"to …\", Terms.Family)] above the class (Shared/Keeps.cs)";
            else if (!template.Contains($"`{entity.GetTableName()}`", StringComparison.Ordinal))
                yield return $"{entity.GetTableName()} does not stand in {ByHand}: add a line with its personal columns, or \"nobody\"; "
                    + "or put [Keeps(…)] above its class";
        foreach (var (entity, property) in Tables(model).SelectMany(Personal))
            if (property.GetCustomAttribute<KeepsAttribute>() is { Why.Length: 0 } or { Until.Length: 0 })
                yield return $"{entity.ClrType.Name}.{property.Name} has an empty [Keeps]";
    }

    static IEnumerable<IEntityType> Tables(IModel model) => model.GetEntityTypes().Where(entity => entity.GetTableName() is not null);

    static IEnumerable<IEntityType> Kept(IModel model) =>
        Tables(model)
            .Where(entity => KeepsOf(entity) is not null)
            .OrderBy(entity => Floors.DomainOf(entity.ClrType), StringComparer.Ordinal)
            .ThenBy(entity => entity.GetTableName(), StringComparer.Ordinal);

    static bool IsAboutFamilies(IEntityType entity) =>
        typeof(IFamilyRow).IsAssignableFrom(entity.ClrType)
        || entity.GetProperties().Any(property => property.Name.EndsWith("FamilyId", StringComparison.Ordinal));

    static KeepsAttribute? KeepsOf(IEntityType entity) => entity.ClrType.GetCustomAttribute<KeepsAttribute>();

    static IEnumerable<(IEntityType Entity, PropertyInfo Property)> Personal(IEntityType entity) =>
        entity.ClrType.GetProperties().Where(property => property.IsDefined(typeof(KeepsAttribute))).Select(property => (entity, property));

    static string Table(IEntityType entity)
    {
        var keeps = KeepsOf(entity)!;
        var holds = entity.ClrType.GetCustomAttribute<HoldsAttribute>();
        var text = new StringBuilder($"### `{entity.GetTableName()}`\n");
        text.Append($"About: {keeps.About}. Why: {keeps.Why}. How long: {keeps.Until}.");
        if (holds is not null)
            text.Append($" Class: {holds.Class}{(holds.ByPart ? ", each row given to readers by itself" : "")}.");
        text.Append("\n\n| Column | What | Sealed |\n|---|---|---|\n");
        foreach (var (name, isSealed) in Columns(entity))
            text.Append($"| `{name}` | {What(entity.ClrType, name)} | {(isSealed ? "**yes**" : "no")} |\n");
        return text.ToString();
    }

    static IEnumerable<(string Name, bool IsSealed)> Columns(IEntityType entity) =>
        entity
            .GetProperties()
            .Where(property => !Everywhere.Contains(property.Name, StringComparer.Ordinal))
            .Select(property => (property.Name, false))
            .Concat(entity.GetComplexProperties().Select(property => (property.Name, property.ComplexType.ClrType == typeof(Sealed))))
            .OrderBy(column => column.Name, StringComparer.Ordinal);

    static string What(Type type, string name)
    {
        var said = Comments.Value.GetValueOrDefault($"{Declarer(type, name)}.{name}") ?? Words(name);
        var own = type.GetProperty(name)?.GetCustomAttribute<KeepsAttribute>();
        return own is null ? said : $"{said} About: {own.About}. Why: {own.Why}. How long: {own.Until}.";
    }

    static string Declarer(Type type, string name) => type.GetProperty(name)?.DeclaringType?.Name ?? type.Name;

    static string Words(string name) => Capital().Replace(name, " $1").Trim().ToLowerInvariant();

    /// <summary>The comment above each property, from the source.</summary>
    static Dictionary<string, string> ReadComments()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Sources.Files(".cs"))
        {
            var (type, comment) = ("", "");
            foreach (var line in file.Lines.Select(line => line.Trim()))
            {
                if (line.StartsWith("///", StringComparison.Ordinal))
                    comment += " " + line[3..];
                else if (Declaration().Match(line) is { Success: true } declared)
                    (type, comment) = (declared.Groups[1].Value, "");
                else if (Property().Match(line) is { Success: true } property)
                {
                    if (Summary().Match(comment) is { Success: true } summary)
                        found[$"{type}.{property.Groups[1].Value}"] = Tag().Replace(summary.Groups[1].Value, "$1").Replace('|', '/').Trim();
                    comment = "";
                }
                else if (!line.StartsWith('['))
                    comment = "";
            }
        }
        return found;
    }

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Capital();

    [GeneratedRegex(@"^public (?:sealed |abstract |static |partial )*(?:class|record|interface|enum|struct) (\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^public (?:required |virtual |override )*[\w<>?,.\[\]]+ (\w+)\s*(?:\{|=>)")]
    private static partial Regex Property();

    [GeneratedRegex("<summary>(.*?)</summary>")]
    private static partial Regex Summary();

    [GeneratedRegex("""<(?:see cref|c|paramref name)="?(?:[\w.]*?)?(\w*)"?\s*/?>""")]
    private static partial Regex Tag();
}
