using System.Globalization;

namespace Nestwerk.Playbook.Exchange;

/// <summary>Which characters a text may bring along: nothing that cannot be seen and still does something. Pure.</summary>
static class TravelText
{
    const int Longest = 60;

    public static bool IsClean(string? text)
    {
        for (var i = 0; i < text?.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]) || Hides(text[i]))
                return false;
        return true;
    }

    /// <summary>The same text, short, with a dash for what cannot be printed: to name it in a sentence.</summary>
    public static string Printed(string text) =>
        new([
            .. (text.Length > Longest ? text[..Longest] : text).Select(letter => char.IsSurrogate(letter) || Hides(letter) ? '-' : letter),
        ]);

    /// <summary>Control characters but the line end and the tab, and those that turn the direction of writing.</summary>
    static bool Hides(char letter) =>
        letter is not ('\n' or '\t')
        && (
            CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Control
            || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFE' or '\uFFFF'
        );
}
