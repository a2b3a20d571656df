using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Editing;

/// <summary>
/// One text in three languages side by side: a group with a legend, a field for each language, and a mark where
/// a language lacks what another has.
/// <code>&lt;nw-langs for="Input.Title" label="edit.field.Title" rows="3" /&gt;</code>
/// </summary>
[HtmlTargetElement("nw-langs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LangsTagHelper(T t) : TagHelper
{
    /// <summary>A <see cref="WordsForm"/>.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>Text key of the legend.</summary>
    public required string Label { get; set; }

    /// <summary>Value 0 of the legend, for rows that are numbered.</summary>
    public int? Number { get; set; }
    public string? Hint { get; set; }

    /// <summary>Lines of a text area; 1 is a single line.</summary>
    public int Rows { get; set; } = 1;

    /// <summary>Start of the ids of lists of suggestions, one for each language: <c>materials</c> for <c>materials-nl</c>.</summary>
    public string? List { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var error =
            View.ViewData.ModelState.TryGetValue(name, out var entry) && entry.Errors is [var first, ..] ? first.ErrorMessage : null;
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "words" : "words field bad");
        output.Attributes.SetAttribute("id", id);
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.AppendHtml(Tag("legend", Number is { } number ? t[Label, number] : t[Label]));
        if (Hint is not null)
            output.Content.AppendHtml(Tag("span", t[Hint], "hint"));
        if (error is not null)
            output.Content.AppendHtml(Tag("span", $"{t["form.error"]} {error}", "error"));
        var langs = new TagBuilder("div");
        langs.AddCssClass("langs");
        var words = ((WordsForm?)For.Model ?? new()).ToWords();
        foreach (var language in Languages.All)
            langs.InnerHtml.AppendHtml(Field(context, language, words.Missing().Contains(language, StringComparer.Ordinal)));
        output.Content.AppendHtml(langs);
    }

    TagHelperOutput Field(TagHelperContext context, string language, bool missing)
    {
        var property = $"{char.ToUpperInvariant(language[0])}{language[1]}";
        var field = new FieldTagHelper(t)
        {
            For = new($"{For.Name}.{property}", For.ModelExplorer.GetExplorerForProperty(property)!),
            LabelText = t[$"language.{language}"],
            Mark = missing ? "edit.missing" : null,
            Language = language,
            List = List is null ? null : $"{List}-{language}",
            Type = Rows == 1 ? "text" : "textarea",
            Rows = Rows,
            View = View,
        };
        var output = new TagHelperOutput("nw-field", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        field.Process(context, output);
        return output;
    }

    static TagBuilder Tag(string name, string text, string? css = null)
    {
        var tag = new TagBuilder(name);
        if (css is not null)
            tag.AddCssClass(css);
        tag.InnerHtml.Append(text);
        return tag;
    }
}
