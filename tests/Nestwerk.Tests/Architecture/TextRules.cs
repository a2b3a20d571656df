using System.Text.RegularExpressions;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Architecture;

/// <summary>
/// What must hold between the text files and the source that uses them. A key is recognised where it is asked for
/// (<c>T["…"]</c>, <c>Count</c>, <c>Parts</c>, <c>Texts.Get</c>, <c>label=</c>, <c>hint=</c>), and wherever a string
/// looks like one (words joined by dots, the first of which begins other keys too) on a line that makes something with it.
/// </summary>
static partial class TextRules
{
    /// <summary>Keys the source asks for that no file has.</summary>
    public static IEnumerable<string> Missing(IReadOnlyCollection<string> keys, IEnumerable<SourceFile> files)
    {
        var roots = keys.Select(key => key.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var key in Asked(file.Text).Concat(Looking(file.Text, roots)).Distinct())
                if (!Fits(key, keys))
                    yield return $"{file.Path}: {key}";
            foreach (var pattern in Patterns(file.Text).Where(pattern => !keys.Any(pattern.IsMatch)))
                yield return $"{file.Path}: {Spoken(pattern)}";
        }
    }

    /// <summary>Keys in a file that nothing in the source asks for.</summary>
    public static IEnumerable<string> Unused(IReadOnlyCollection<string> keys, IReadOnlyCollection<SourceFile> files)
    {
        var literal = files
            .SelectMany(file => Literal().Matches(file.Text).Select(match => match.Groups["text"].Value))
            .ToHashSet(StringComparer.Ordinal);
        var patterns = files.SelectMany(file => Patterns(file.Text)).ToList();
        return keys.Where(key => !literal.Contains(key) && !literal.Contains(Base(key)) && !patterns.Any(pattern => pattern.IsMatch(key)));
    }

    /// <summary>Keys made from an enum, such as <c>T[$"pillar.{pillar}"]</c>, for which some value has no text.</summary>
    public static IEnumerable<string> Incomplete(
        IReadOnlyCollection<string> keys,
        IEnumerable<SourceFile> files,
        IReadOnlyCollection<Type> enums
    )
    {
        foreach (var pattern in files.SelectMany(file => Patterns(file.Text)).DistinctBy(pattern => pattern.ToString()))
        {
            var found = keys.Select(key => pattern.Match(key))
                .Where(match => match.Success)
                .Select(match => Plain(match.Groups["hole"].Value))
                .ToHashSet();
            var fitting = enums.Select(type => Enum.GetNames(type).Select(Plain).ToHashSet()).Where(found.IsSubsetOf).ToList();
            if (found.Count > 0 && fitting.Count > 0 && !fitting.Any(found.SetEquals))
                yield return $"{Spoken(pattern)}: {string.Join(", ", fitting.SelectMany(names => names.Except(found)).Distinct())}";
        }
    }

    /// <summary>Texts that miss a language, are blank in one, or name other places in one than in another.</summary>
    public static IEnumerable<string> Uneven(IReadOnlyDictionary<string, Words> texts) =>
        from text in texts
        let all = Languages.All.Select(text.Value.Exactly).ToList()
        let problem = all.Any(string.IsNullOrWhiteSpace) ? "misses a language"
        : all.Select(Places).Distinct(StringComparer.Ordinal).Count() > 1 ? "names other places in another language"
        : null
        where problem is not null
        select $"{text.Key} {problem}";

    static string Places(string? text) =>
        string.Join(' ', Place().Matches(text!).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    static string Spoken(Regex pattern) =>
        pattern
            .ToString()
            .TrimStart('^')
            .Split("(\\.(one")[0]
            .Replace("(?<hole>[A-Za-z0-9-]+)", "*", StringComparison.Ordinal)
            .Replace("\\.", ".", StringComparison.Ordinal);

    static string Plain(string value) => value.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    static bool Fits(string key, IReadOnlyCollection<string> keys) =>
        keys.Contains(key) || (keys.Contains(key + ".one") && keys.Contains(key + ".other"));

    static string Base(string key) =>
        key.EndsWith(".one", StringComparison.Ordinal) || key.EndsWith(".other", StringComparison.Ordinal)
            ? key[..key.LastIndexOf('.')]
            : key;

    static IEnumerable<string> Asked(string text) => AskedFor().Matches(text).Select(match => match.Groups["key"].Value);

    static IEnumerable<string> Looking(string text, HashSet<string> roots) =>
        text.Split('\n')
            .Where(line => Makes().IsMatch(line))
            .SelectMany(line => KeyLike().Matches(line))
            .Select(match => match.Groups["key"].Value)
            .Where(key => roots.Contains(key.Split('.')[0]));

    /// <summary>Interpolated keys, with any value in the holes.</summary>
    static IEnumerable<Regex> Patterns(string text) =>
        Interpolated()
            .Matches(text)
            .Select(match => Hole().Replace(match.Groups["key"].Value, "\n"))
            .Where(key => key.Contains('\n', StringComparison.Ordinal))
            .Select(key => new Regex(
                $"^{Regex.Escape(key).Replace("\\n", "(?<hole>[A-Za-z0-9-]+)", StringComparison.Ordinal)}(\\.(one|other))?$",
                RegexOptions.ExplicitCapture
            ));

    [GeneratedRegex(
        """(?:\b[tT]\[|\bTexts\.(?:Get|Has)\(|\b[tT]\.(?:Count|Parts)\(|<nw-field[^>]*?\s(?:label|hint)=)"(?<key>[^"{}@]+)"(?!\s*\+)"""
    )]
    private static partial Regex AskedFor();

    [GeneratedRegex(@"\bnew(\s+(Problem|NavEntry|Banner))?\(|AddModelError\(")]
    private static partial Regex Makes();

    [GeneratedRegex("""(?<![A-Za-z0-9/"])"(?<key>[a-z][A-Za-z0-9]*(?:\.[a-z0-9][A-Za-z0-9-]*)+)"(?!\s*\+)""")]
    private static partial Regex KeyLike();

    [GeneratedRegex("""\$"(?<key>[a-z][A-Za-z0-9]*\.(?:[A-Za-z0-9.-]|\{[^{}"]*(?:"[^"]*"[^{}"]*)*\})+)"(?!/)""")]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("(?<=\")(?<text>[A-Za-z0-9.-]+)(?=\")")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();
}
