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

    public static string Known(string? language) => All.Contains(language ?? "", StringComparer.Ordinal) ? language! : Default;

    public static CultureInfo Culture(string language) => Cultures[Known(language)];

    /// <summary>The address of a public page in another language: only its first part differs.</summary>
    public static string PathIn(string language, string path) =>
        path.Split('/', 3) is [_, _, var rest] ? $"/{language}/{rest}" : $"/{language}";

    /// <summary>The language she chose before, else the one her browser asks for, else the default.</summary>
    public static string WantedBy(HttpRequest request) =>
        Known(
            request.Cookies[SharedServices.LanguageCookie]
                ?? request
                    .GetTypedHeaders()
                    .AcceptLanguage.OrderByDescending(asked => asked.Quality ?? 1)
                    .Select(asked => asked.Value.ToString().Split('-')[0].ToLowerInvariant())
                    .FirstOrDefault(All.Contains)
                ?? OfTheHouse(request)
        );

    /// <summary>The language she chose before, else that of the House.</summary>
    public static string ChosenBy(HttpRequest request) => Known(request.Cookies[SharedServices.LanguageCookie] ?? OfTheHouse(request));

    /// <summary>From here on this page speaks another language than its reader's: paper for somebody else.</summary>
    public static void Speak(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Culture(language);

    static string OfTheHouse(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<NestwerkOptions>().Language;

    /// <summary>Keeps the language for a year, in a cookie that says nothing else.</summary>
    public static void RememberLanguage(this HttpContext context, string language) =>
        context.Response.Cookies.Append(
            SharedServices.LanguageCookie,
            Known(language),
            new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            }
        );
}
