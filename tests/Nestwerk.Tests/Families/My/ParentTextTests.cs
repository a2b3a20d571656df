using System.Text.Json;
using System.Text.RegularExpressions;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Families.Rights;
using Nestwerk.Families.Tongues;
using Nestwerk.Tests.Architecture;

namespace Nestwerk.Tests.Families.My;

/// <summary>The texts on a parent's pages: whole in each language, asked for, and short enough to read on a bus.</summary>
[Trait("Row", "C5")]
public sealed partial class ParentTextTests
{
    const int MostWords = 12;

    static readonly IReadOnlyList<SourceFile> Code =
    [
        .. Sources.Files(".cs", ".cshtml").Where(file => file.Path.StartsWith("Families/", StringComparison.Ordinal)),
    ];

    /// <summary>Keys made from a value, and all its values.</summary>
    static readonly (string Root, IEnumerable<string> Values)[] Made =
    [
        ("my.class", Flags()),
        ("my.purpose", Enum.GetNames<Purpose>()),
        ("my.channel", Enum.GetNames<ChannelState>()),
        ("my.said", ["stopped", "shorter", "out", "in"]),
        ("my.right", Enum.GetNames<Right>()),
        ("my.request", ["due", "waits", "ready", "done", "stopped"]),
        ("my.rights.did", ["asked", "stopped"]),
        ("my.copy.table", OnPaper("table")),
        ("my.copy.field", OnPaper("field")),
        ("my.copy.value", OnPaper("value")),
        ("my.home.people", ["one", "many"]),
    ];

    [Fact]
    public void Every_text_stands_in_each_of_the_six_languages_with_the_same_places() =>
        Verdict.Clean(
            from key in ParentTexts.Keys
            let texts = Tongue.OfTheProduct.Select(tongue => ParentTexts.Find(key, tongue.Code)).ToList()
            where texts.Any(string.IsNullOrWhiteSpace) || texts.Select(Places).Distinct().Count() > 1
            select key
        );

    [Fact]
    public void Every_text_that_is_asked_for_exists_and_every_text_is_asked_for()
    {
        var asked = Code.SelectMany(file => Key().Matches(file.Text).Select(match => match.Groups["key"].Value)).ToHashSet();
        var made = Made.SelectMany(each => each.Values.Select(value => $"{each.Root}.{value}")).ToHashSet();
        var roots = Made.Select(each => each.Root).ToHashSet();

        Verdict.Clean(
            asked.Except(roots).Where(key => !ParentTexts.Has(key) && !key.EndsWith("read", StringComparison.Ordinal) && !IsEvent(key))
        );
        Verdict.Clean(made.Where(key => !ParentTexts.Has(key)));
        Verdict.Clean(ParentTexts.Keys.Except(asked).Except(made));
    }

    [Fact]
    public void No_sentence_is_longer_than_twelve_words() =>
        Verdict.Clean(
            from key in ParentTexts.Keys
            from tongue in Tongue.OfTheProduct
            from sentence in Sentence().Split(ParentTexts.Find(key, tongue.Code)!)
            let words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit))
            where words > MostWords
            select $"{key} {tongue.Code}: {words}"
        );

    static IEnumerable<string> Flags() =>
        Enum.GetValues<DataClass>().Where(each => Enum.IsDefined((DataClasses)(1 << (int)each))).Select(each => $"{each}");

    /// <summary>Whatever the paper of a worker can say, in the languages of the House, her own copy can say in hers.</summary>
    static IEnumerable<string> OnPaper(string part) =>
        from file in Sources.Files("Rights.texts.json")
        from text in JsonDocument.Parse(file.Text).RootElement.EnumerateObject()
        where text.Name.StartsWith($"rights.{part}.", StringComparison.Ordinal)
        select text.Name[$"rights.{part}.".Length..];

    static bool IsEvent(string key) =>
        key is "my.entered" or "my.pin-made" or "my.pin-shut" or "my.pin-set" or "my.pin-opened" or "my.sessions-ended";

    static string Places(string? text) => string.Join(' ', Place().Matches(text ?? "").Select(match => match.Value).Distinct().Order());

    [GeneratedRegex("\"(?<key>my\\.[A-Za-z.-]+)\"")]
    private static partial Regex Key();

    [GeneratedRegex(@"(?<=[.!?؟:])\s")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
