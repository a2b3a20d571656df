using System.Globalization;

namespace Nestwerk.Families.Tongues;

/// <summary>A language in which parents read. Its name stands in its own script.</summary>
/// <param name="Code">How it is named here and in her file: <c>ar</c>, or <c>nl-plain</c> for plain Dutch.</param>
/// <param name="Tag">How browsers and screen readers know it.</param>
public sealed record Tongue(string Code, string Name, string Tag, bool RightToLeft)
{
    /// <summary>Plain Dutch: short sentences, everyday words (A2).</summary>
    public const string Plain = "nl-plain";

    /// <summary>Those that come with the product; every text stands in each of them.</summary>
    public static readonly IReadOnlyList<Tongue> OfTheProduct =
    [
        new("nl", "Nederlands", "nl-BE", false),
        new(Plain, "Makkelijk Nederlands", "nl-BE", false),
        new("fr", "Français", "fr-BE", false),
        new("en", "English", "en-GB", false),
        new("ar", "العربية", "ar", true),
        new("tr", "Türkçe", "tr", false),
    ];

    static readonly Dictionary<string, CultureInfo> Calendars = new(StringComparer.Ordinal)
    {
        ["nl"] = CultureInfo.GetCultureInfo("nl-BE"),
        [Plain] = CultureInfo.GetCultureInfo("nl-BE"),
        ["fr"] = CultureInfo.GetCultureInfo("fr-BE"),
        ["en"] = CultureInfo.GetCultureInfo("en-GB"),
        ["ar"] = CultureInfo.GetCultureInfo("ar-EG"), // the Gregorian months as Arabic papers here name them
        ["tr"] = CultureInfo.GetCultureInfo("tr-TR"),
    };

    public string Direction => RightToLeft ? "rtl" : "ltr";

    /// <summary>A day in words; in figures for a language whose months we do not know.</summary>
    public string Day(DateOnly day) => Write(day, Code == "tr" ? "d MMMM dddd" : "dddd d MMMM", "dd/MM/yyyy");

    /// <summary>A day of any year.</summary>
    public string Date(DateOnly day) => Write(day, "d MMMM yyyy", "dd/MM/yyyy");

    public string Month(DateOnly month) => Write(month, "MMMM yyyy", "MM/yyyy");

    string Write(DateOnly day, string words, string figures) =>
        Calendars.TryGetValue(Code, out var calendar) ? day.ToString(words, calendar) : day.ToString(figures, CultureInfo.InvariantCulture);
}
