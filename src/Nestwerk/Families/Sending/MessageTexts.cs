using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Nestwerk.Families.Sending;

/// <summary>The fixed words of messages in every language parents have here. Nobody can change or add to them from a screen.</summary>
public static class MessageTexts
{
    public const string PlainDutch = "nl-easy";

    public static readonly IReadOnlyList<string> Languages = ["nl", PlainDutch, "fr", "en", "ar", "tr"];

    static readonly FrozenDictionary<string, Dictionary<string, string>> All = Load();

    static readonly Dictionary<string, CultureInfo> Cultures = new(StringComparer.Ordinal)
    {
        ["nl"] = CultureInfo.GetCultureInfo("nl-BE"),
        [PlainDutch] = CultureInfo.GetCultureInfo("nl-BE"),
        ["fr"] = CultureInfo.GetCultureInfo("fr-BE"),
        ["en"] = CultureInfo.GetCultureInfo("en-GB"),
        ["ar"] = CultureInfo.GetCultureInfo("ar-MA"),
        ["tr"] = CultureInfo.GetCultureInfo("tr-TR"),
    };

    public static IReadOnlyDictionary<string, Dictionary<string, string>> Everything => All;

    /// <summary>The one of ours that is nearest to a language, however it is written.</summary>
    public static string Known(string? language, string otherwise)
    {
        var code = (language ?? "").ToLowerInvariant();
        return Languages.FirstOrDefault(each => each == code)
            ?? (code.StartsWith("nl-", StringComparison.Ordinal) && code is not ("nl-be" or "nl-nl") ? PlainDutch : null)
            ?? Languages.FirstOrDefault(each => each == code.Split('-')[0])
            ?? otherwise;
    }

    public static bool IsRightToLeft(string language) => language == "ar";

    /// <summary>A language as browsers know it.</summary>
    public static string Tag(string language) => language == PlainDutch ? "nl" : language;

    public static string Page(string key, string language) => All[key][language];

    public static string Subject(string language) => All["Subject"][language];

    /// <param name="template">What is said.</param>
    /// <param name="language">One of ours.</param>
    /// <param name="at">The moment it is about, on the clock of the House.</param>
    /// <param name="code">The code in it.</param>
    /// <param name="link">Where whoever got it can stop it.</param>
    public static string Text(MessageTemplate template, string language, DateTime? at, string? code, string link)
    {
        object?[] values = [at is { } moment ? Moment(moment, language) : null, code, link];
        var culture = Cultures[language];
        var text = string.Format(culture, All[$"{template}"][language], values);
        return template == MessageTemplate.ConfirmNumber ? text : text + " " + string.Format(culture, All["NotYou"][language], values);
    }

    /// <summary>A day and an hour. French writes août without its accent, as it may: one other sign would make the message twice as long.</summary>
    static string Moment(DateTime at, string language)
    {
        var pattern = language == "tr" ? "d MMMM dddd" : "dddd d MMMM";
        var day = at.ToString(pattern, Cultures[language]).Replace('û', 'u');
        var time = at.ToString("H:mm", CultureInfo.InvariantCulture);
        return language == "ar" ? $"{day}، {time}" : $"{day}, {time}";
    }

    static FrozenDictionary<string, Dictionary<string, string>> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("data/Messages.data")!;
        return JsonSerializer
            .Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!
            .ToFrozenDictionary(StringComparer.Ordinal);
    }
}
