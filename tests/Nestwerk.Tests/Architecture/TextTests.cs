using System.Text.Json;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Architecture;

public sealed class TextTests
{
    static readonly IReadOnlyList<SourceFile> Code = [.. Sources.Files(".cs", ".cshtml").Select(file => file.WithoutComments())];
    static readonly string[] Keys = [.. Texts.Everything.Keys];
    static readonly Type[] Enums = [.. typeof(Program).Assembly.GetTypes().Where(type => type.IsEnum)];

    /// <summary>Values that are never shown, because something better is: a recipe says itself what it does.</summary>
    static readonly string[] NeverShown = ["block.*.does: recipe"];

    [Fact]
    public void Every_text_that_is_asked_for_exists() => Verdict.Clean(TextRules.Missing(Keys, Code));

    [Fact]
    public void Every_text_is_asked_for_somewhere() => Verdict.Clean(TextRules.Unused(Keys, Code));

    [Fact]
    public void Every_value_that_is_shown_has_a_text() => Verdict.Clean(TextRules.Incomplete(Keys, Code, Enums).Except(NeverShown));

    [Fact]
    public void Every_text_stands_in_each_language_with_the_same_places() => Verdict.Clean(TextRules.Uneven(Texts.Everything));

    [Fact]
    public void No_text_stands_in_two_files()
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip };
        var names = Sources
            .Files(".texts.json")
            .SelectMany(file => JsonDocument.Parse(file.Text, options).RootElement.EnumerateObject())
            .Select(text => text.Name);

        Verdict.Clean(names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Theory]
    [InlineData("""<h1>@T["plan.nothing"]</h1>""", "plan.nothing")]
    [InlineData("""@T.Count("plan.lots", 3)""", "plan.lots")]
    [InlineData("""Texts.Get("nowhere")""", "nowhere")]
    [InlineData("""<nw-field for="Input.Title" label="plan.heading" />""", "plan.heading")]
    [InlineData("""yield return new("Title", "plan.problem");""", "plan.problem")]
    public void A_text_that_does_not_exist_is_found(string source, string key) =>
        Assert.Equal([$"X.cshtml: {key}"], TextRules.Missing(["plan.title"], [new("X.cshtml", source)]));

    [Theory]
    [InlineData("""@T["plan.title"] @T[$"plan.{Model.Word}"] @T.Count("plan.blocks", 2)""")]
    [InlineData("""audit.Wrote("plan.made", plan.Id); var file = "style.css";""")]
    public void A_text_that_exists_and_what_is_no_text_are_left_in_peace(string source) =>
        Assert.Empty(TextRules.Missing(["plan.title", "plan.blocks.one", "plan.blocks.other"], [new("X.cshtml", source)]));

    [Fact]
    public void A_text_that_nobody_asks_for_is_found() =>
        Assert.Equal(
            ["plan.old"],
            TextRules.Unused(
                ["plan.old", "plan.title", "plan.blocks.one", "plan.blocks.other", "kind.Break"],
                [new("X.cs", """T["plan.title"]; T.Count("plan.blocks", 1); T[$"kind.{block.Kind}"]""")]
            )
        );

    [Fact]
    public void A_value_without_a_text_is_found() =>
        Assert.Contains(
            "afterbirth",
            Assert.Single(
                TextRules.Incomplete(
                    ["audience.pregnancy", "audience.both", "audience.professionals"],
                    [new("X.cs", """T[$"audience.{who}"]""")],
                    [typeof(Nestwerk.Playbook.Audience)]
                )
            )
        );

    [Fact]
    public void A_text_without_a_language_or_with_other_places_is_found() =>
        Assert.Equal(
            ["a misses a language", "b misses a language", "c names other places in another language"],
            TextRules.Uneven(
                new Dictionary<string, Words>(StringComparer.Ordinal)
                {
                    ["a"] = new("ja", "oui"),
                    ["b"] = new("ja", " ", "yes"),
                    ["c"] = new("{0} van {1}", "{0}", "{0} of {1}"),
                    ["d"] = new("{0:0} thee", "thé {0}", "tea {0}"),
                }
            )
        );
}
