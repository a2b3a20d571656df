using Microsoft.AspNetCore.Mvc.Rendering;

namespace Nestwerk.Families.Known;

/// <summary>Languages families speak, each by its own name. One that is not in this list is shown by its code.</summary>
public static class SpokenLanguage
{
    static readonly (string Code, string Name)[] All =
    [
        ("nl", "Nederlands"),
        ("fr", "Français"),
        ("en", "English"),
        ("ar", "العربية"),
        ("tr", "Türkçe"),
        ("zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ (Tamazight)"),
        ("sq", "Shqip"),
        ("am", "አማርኛ (Amharic)"),
        ("bg", "Български"),
        ("de", "Deutsch"),
        ("es", "Español"),
        ("fa", "فارسی / دری"),
        ("ff", "Pulaar / Fulfulde"),
        ("hi", "हिन्दी"),
        ("it", "Italiano"),
        ("ku", "Kurdî"),
        ("ln", "Lingála"),
        ("ne", "नेपाली"),
        ("pl", "Polski"),
        ("ps", "پښتو"),
        ("pt", "Português"),
        ("ro", "Română"),
        ("ru", "Русский"),
        ("so", "Soomaali"),
        ("sr", "Srpski"),
        ("sw", "Kiswahili"),
        ("ti", "ትግርኛ (Tigrinya)"),
        ("uk", "Українська"),
        ("ur", "اردو"),
        ("vi", "Tiếng Việt"),
        ("wo", "Wolof"),
        ("zh", "中文"),
    ];

    public static string NameOf(string code) => All.FirstOrDefault(each => each.Code == code).Name ?? code;

    public static bool Knows(string? code) => All.Any(each => each.Code == code);

    /// <param name="also">A code she already has, so that it is not lost by saving.</param>
    public static IReadOnlyList<SelectListItem> Choices(string? also = null) =>
        [
            .. All.Select(each => new SelectListItem(each.Name, each.Code)),
            .. also is { Length: > 0 } && !Knows(also) ? [new SelectListItem(also, also)] : Array.Empty<SelectListItem>(),
        ];
}
