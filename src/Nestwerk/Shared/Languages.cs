using System.Globalization;

namespace Nestwerk.Shared;

/// <summary>The languages staff can work in. The first is the default.</summary>
public static class Languages
{
    public const string Default = "nl";

    public static readonly IReadOnlyList<string> All = ["nl", "fr", "en"];

    static readonly Dictionary<string, CultureInfo> Cultures = new(StringComparer.Ordinal)
    {
        ["nl"] = CultureInfo.GetCultureInfo("nl-BE"),
        ["fr"] = CultureInfo.GetCultureInfo("fr-BE"),
        ["en"] = CultureInfo.GetCultureInfo("en-GB"),
    };

    /// <summary>The language of the running request, always one of <see cref="All"/>.</summary>
    public static string Current => Known(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    public static string Known(string? language) =>
        All.Contains(language ?? "", StringComparer.Ordinal) ? language! : Default;

    public static CultureInfo Culture(string language) => Cultures[Known(language)];
}
