using Microsoft.AspNetCore.Html;
using Nestwerk.Families.Tongues;

namespace Nestwerk.Families.Agreeing;

/// <summary>A sentence that is read out or shown to a parent, with the names in it kept apart from the writing direction around them.</summary>
public static class Aloud
{
    /// <param name="version">As <see cref="ConsentTexts.Version"/> gave it.</param>
    public static IHtmlContent Say(string version, string key, string language, params object[] values) =>
        Isolated.Fill(ConsentTexts.Find(version, key, language), values);

    /// <summary>The question itself.</summary>
    public static IHtmlContent Ask(string version, string language, string recipient) =>
        Say(version, ConsentTexts.QuestionOf(version), language, recipient);
}
