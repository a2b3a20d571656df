using System.Text.RegularExpressions;
using Nestwerk.Access;

namespace Nestwerk.Tests.Architecture;

/// <summary>Rows about families are reached through the scope and by nothing else.</summary>
static class FamilyRows
{
    const string TheScope = "Access/FamilyScope.cs";

    public static readonly IReadOnlyList<Type> Types =
    [
        .. typeof(IFamilyRow)
            .Assembly.GetTypes()
            .Where(type => type is { IsInterface: false, IsNested: false } && typeof(IFamilyRow).IsAssignableFrom(type)),
    ];

    /// <summary>Questions to the table itself. There is no list of exceptions.</summary>
    public static IEnumerable<string> PastTheScope(IEnumerable<SourceFile> files)
    {
        var named = string.Join('|', Types.Select(type => type.Name).Append(nameof(IFamilyRow)));
        var direct = new Regex($@"\b(?:Set|Find|FindAsync|FromExpression|Entries|Local)<(?:{named})>(?!\(\)\.Local\b)");
        var generic = new Regex(@"\bSet<T[A-Z]\w*>");
        return from file in files
            where file.Path != TheScope
            let code = file.WithoutComments()
            let knows = Regex.IsMatch(code.Text, @"\bIFamilyRow\b|\bFamilyText\b")
            from line in code.Lines
            where direct.IsMatch(line) || (knows && generic.IsMatch(line))
            select $"{file.Path}: {line.Trim()} (ask FamilyScope.Of for a person, or For for a job)";
    }

    /// <summary>Pages that ask as the product itself instead of as who is looking.</summary>
    public static IEnumerable<string> PagesOnTheirOwn(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Path.Contains(".cshtml", StringComparison.Ordinal)
        from line in file.WithoutComments().Lines
        where Regex.IsMatch(line, @"\bJob\.\w+")
        select $"{file.Path}: {line.Trim()} (a page asks for the one who looks: FamilyScope.Of)";

    public static IEnumerable<string> WithoutClass(IEnumerable<Type> types) =>
        from type in types
        where !type.IsAbstract && !type.IsDefined(typeof(HoldsAttribute), inherit: true)
        select $"{type.Name} does not say how private it is: put [Holds(DataClass.…)] above it";
}
