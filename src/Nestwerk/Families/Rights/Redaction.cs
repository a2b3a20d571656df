using System.Text.RegularExpressions;

namespace Nestwerk.Families.Rights;

/// <summary>
/// Takes out of a text the names and numbers of others in the family. Her own and those of the children she speaks for stay.
/// It knows only whom we know: a text can still speak of somebody in other words, so a worker looks it through where that matters.
/// </summary>
public sealed class Redaction
{
    public const string Mark = "▒▒▒";
    const int FewestLetters = 2;

    readonly Regex? others;

    public Redaction(IEnumerable<string> words)
    {
        var all = words.Select(word => word.Trim()).Where(word => word.Length >= FewestLetters).Distinct(StringComparer.OrdinalIgnoreCase);
        var pattern = string.Join('|', all.OrderByDescending(word => word.Length).Select(Regex.Escape));
        if (pattern.Length > 0)
            others = new($@"(?<![\p{{L}}\p{{N}}])(?:{pattern})(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
    }

    public string Of(string text) => others?.Replace(text, Mark) ?? text;
}
