namespace Nestwerk.Shared;

/// <summary>One text in the languages of the house. A missing or blank language is null.</summary>
public sealed record Words(string? Nl = null, string? Fr = null, string? En = null)
{
    public static readonly Words None = new();

    /// <summary>The text in a language, or the nearest one that exists: nl, fr, en in that order; empty when there is none.</summary>
    public string In(string language) => Exactly(language) ?? Nl ?? Fr ?? En ?? "";

    public string? Exactly(string language) =>
        language switch
        {
            "fr" => Fr,
            "en" => En,
            _ => Nl,
        };

    public string Here() => In(Languages.Current);

    public bool IsEmpty() => Nl is null && Fr is null && En is null;

    /// <summary>The languages in which this text is missing while it exists in another.</summary>
    public IEnumerable<string> Missing() => IsEmpty() ? [] : Languages.All.Where(language => Exactly(language) is null);

    /// <summary>The same text with blanks turned into nothing and line ends made uniform.</summary>
    public Words Tidy() => new(Tidy(Nl), Tidy(Fr), Tidy(En));

    public Words Map(Func<string, string> change) =>
        new(Nl is null ? null : change(Nl), Fr is null ? null : change(Fr), En is null ? null : change(En));

    static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
