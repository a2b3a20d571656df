using System.Reflection;
using System.Text.Json;
using Nestwerk.Access;

namespace Nestwerk.Families;

/// <summary>
/// What is read out or shown to a parent before she says yes, and stands on what she takes home. A text is never changed: another
/// edition comes beside it, and what was agreed keeps showing the words that were said then.
/// </summary>
public static class ConsentTexts
{
    /// <summary>The edition that is asked with now.</summary>
    public const string Edition = "1";

    /// <summary>The languages every text stands in, as codes; <c>nl-easy</c> is plain Dutch.</summary>
    public static readonly IReadOnlyList<string> Languages = ["nl", "nl-easy", "fr", "en", "ar", "tr"];

    static readonly Dictionary<string, Dictionary<string, Dictionary<string, string>>> Editions = Read();

    /// <summary>The name of a text as it is kept with a yes.</summary>
    public static string Version(string text) => $"{text}/{Edition}";

    /// <summary>The text that asks for a purpose.</summary>
    public static string Of(Purpose purpose) =>
        purpose switch
        {
            Purpose.Refer => "refer",
            Purpose.SupportVolunteer => "volunteer",
            _ => "together",
        };

    /// <summary>One sentence of a text, in a language; in Dutch when it was never written in that one. Places for values stay open.</summary>
    /// <param name="version">As <see cref="Version"/> gave it.</param>
    public static string Find(string version, string key, string language)
    {
        var edition = Editions.GetValueOrDefault(version.Split('/')[^1]) ?? Editions[Edition];
        var words = edition[key];
        return words.GetValueOrDefault(language) ?? words["nl"];
    }

    /// <summary>Which sentence is the question itself.</summary>
    public static string QuestionOf(string version) => version.Split('/')[0];

    public static string Known(string? language) => Languages.Contains(language ?? "", StringComparer.Ordinal) ? language! : Languages[0];

    public static bool IsRightToLeft(string language) => language == "ar";

    /// <summary>All of them, to be looked through.</summary>
    public static IEnumerable<(string Edition, string Key, IReadOnlyDictionary<string, string> Words)> All =>
        from edition in Editions
        from text in edition.Value
        select (edition.Key, text.Key, (IReadOnlyDictionary<string, string>)text.Value);

    static Dictionary<string, Dictionary<string, Dictionary<string, string>>> Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("data/ConsentTexts.data")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, Dictionary<string, string>>>>(file)!;
    }
}
