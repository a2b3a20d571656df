using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Nestwerk.Families.Tongues;

/// <summary>
/// Puts values in a sentence that may run the other way: a name in Latin letters in an Arabic sentence stays where it belongs, and so
/// do the words around it. Letters of every script stay as they are, which is a third of the size.
/// </summary>
public static class Isolated
{
    static readonly HtmlEncoder Letters = HtmlEncoder.Create(UnicodeRanges.All);

    public static HtmlString Fill(string text, params object[] values)
    {
        var safe = Letters.Encode(text);
        for (var i = 0; i < values.Length; i++)
            safe = safe.Replace($"{{{i}}}", $"<bdi>{Letters.Encode($"{values[i]}")}</bdi>", StringComparison.Ordinal);
        return new(safe);
    }
}
