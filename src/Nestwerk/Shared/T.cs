using System.Globalization;
using System.Text.RegularExpressions;

namespace Nestwerk.Shared;

/// <summary>The texts of the running request, in its language. Injected in every page as <c>T</c>.</summary>
public sealed partial class T(HouseClock clock)
{
    public string this[string key] => Texts.Get(key);

    public string this[string key, params object?[] values] => string.Format(CultureInfo.CurrentCulture, Texts.Get(key), values);

    /// <summary>The text for a number: <c>key.one</c> or <c>key.other</c>; the number itself is value 0. French counts nought as one.</summary>
    public string Count(string key, int number, params object?[] values)
    {
        var one = number == 1 || (number == 0 && Languages.Current == "fr");
        return this[$"{key}.{(one ? "one" : "other")}", [number, .. values]];
    }

    /// <summary>A sentence cut for pages that put a control in each place: the text before it, its number, and the mark that must stay with it.</summary>
    public IEnumerable<(string Text, int? Place, string Mark)> Parts(string key)
    {
        var sentence = Texts.Get(key);
        var from = 0;
        foreach (Match place in Place().Matches(sentence))
        {
            yield return (sentence[from..place.Index], place.ValueSpan[1] - '0', place.Groups["mark"].Value);
            from = place.Index + place.Length;
        }
        if (from < sentence.Length)
            yield return (sentence[from..], null, "");
    }

    /// <summary>The same words with a capital in front.</summary>
    public string Sentence(string words) => words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];

    public string Day(DateOnly day) => day.ToString("dddd d MMMM", CultureInfo.CurrentCulture);

    /// <summary>The day it was in the house.</summary>
    public string Day(DateTime utc) => Day(DateOnly.FromDateTime(clock.Local(utc)));

    public string ShortDay(DateOnly day) => day.ToString("ddd d MMM", CultureInfo.CurrentCulture);

    public string FullDay(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>The day it was in the house.</summary>
    public string FullDay(DateTime utc) => FullDay(DateOnly.FromDateTime(clock.Local(utc)));

    public string Hour(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>What the clock in the house said.</summary>
    public string Hour(DateTime utc) => Hour(TimeOnly.FromDateTime(clock.Local(utc)));

    [GeneratedRegex(@"\{\d\}(?<mark>[,.?;:]?)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
