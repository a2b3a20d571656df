using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Nestwerk.Tests.Architecture;

/// <summary>The budgets that keep the house small: one place for each number.</summary>
static partial class Budgets
{
    public const int FileLines = 200;
    public const int PolicyLines = 400;
    public const int RootLines = 80;
    public const int MethodLines = 25;
    public const int FolderDepth = 3;
    public const int RuntimePackages = 20;
    public const int StyleBytes = 14 * 1024;

    /// <summary>Words of the field in Dutch that must not stand in a name; texts are the place for them.</summary>
    static readonly HashSet<string> Dutch =
    [
        .. "aanmelden aantal afdruk beheerder bijeenkomst boek datum doel draaiboek duur fiche gebruiker gezin groep ".Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        ),
        .. "inhoud inschrijving kennis lijst materiaal moeder naam opslaan organisatie ouder ouders pijler sessie taal thema ".Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        ),
        .. "titel toestemming uur verwijzing vader voelen vroedvrouw wachtwoord zoeken zwangerschap".Split(' '),
    ];

    public static IEnumerable<string> LongFiles(IEnumerable<SourceFile> files) =>
        from file in files
        let most = Path.GetFileName(file.Path) == "AccessPolicy.cs" ? PolicyLines : FileLines
        where file.Lines.Count > most
        select $"{file.Path}: {file.Lines.Count} lines";

    public static int Median(IEnumerable<SourceFile> files)
    {
        var lengths = files.Select(file => file.Lines.Count).Order().ToList();
        return lengths[lengths.Count / 2];
    }

    public static IEnumerable<string> LongMethods(IEnumerable<(string Where, int Lines)> methods) =>
        from method in methods
        where method.Lines > MethodLines
        select $"{method.Where}: {method.Lines} lines";

    public static IEnumerable<string> DeepFiles(IEnumerable<SourceFile> files) =>
        from file in files
        let depth = file.Path.Count(letter => letter == '/')
        where depth > FolderDepth
        select $"{file.Path}: {depth} folders deep";

    /// <summary>Packages the product itself is built on; those that only help the compiler do not count.</summary>
    public static IReadOnlyList<string> Packages(string project) =>
        [.. XDocument.Parse(project).Descendants("PackageReference").Select(package => (string)package.Attribute("Include")!)];

    public static IEnumerable<string> DutchNames(IEnumerable<string> names) =>
        from name in names
        let words = Word().Matches(name).Select(match => match.Value.ToLowerInvariant())
        where words.Any(Dutch.Contains)
        select name;

    /// <summary>The names of types, members and parameters.</summary>
    public static IEnumerable<string> Names(IEnumerable<Type> types) =>
        types
            .SelectMany(type =>
                type.GetMembers(
                        BindingFlags.Public
                            | BindingFlags.NonPublic
                            | BindingFlags.Instance
                            | BindingFlags.Static
                            | BindingFlags.DeclaredOnly
                    )
                    .SelectMany(member =>
                        (member as MethodBase)?.GetParameters().Select(parameter => parameter.Name ?? "").Append(member.Name)
                        ?? [member.Name]
                    )
                    .Append(type.Name)
            )
            .Where(name => !name.Contains('<', StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);

    /// <summary>Declarations that say left, right, top, bottom, width or height, where start, end and size are meant.</summary>
    public static IEnumerable<string> PhysicalStyles(string css) =>
        PhysicalDeclaration().Matches(Comment().Replace(css, "")).Select(match => Space().Replace(match.Groups["what"].Value, " "));

    public static int Zipped(string text)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.SmallestSize, leaveOpen: true))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return (int)zipped.Length;
    }

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex Word();

    [GeneratedRegex(
        """(?<=[;{]\s*)(?<what>(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-(?:width|style|color))?|border-(?:top|bottom)-(?:left|right)-radius|left|right|top|bottom|(?:min-|max-)?(?:width|height))\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right))"""
    )]
    private static partial Regex PhysicalDeclaration();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
