using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Nestwerk.Families.Tongues;

namespace Nestwerk.Families.My;

/// <summary>One question on a parent's page, whole: label, hint, error, field, and the ties between them.</summary>
[HtmlTargetElement("nw-ask", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldForParentsTagHelper(P p) : TagHelper
{
    public required string Name { get; set; }
    public required string Label { get; set; }
    public string? Hint { get; set; }

    /// <summary>text, tel, date, password, code or textarea.</summary>
    public string Type { get; set; } = "text";
    public string? Value { get; set; }
    public string? Autocomplete { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var error =
            View.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.Errors is [var first, ..] ? first.ErrorMessage : null;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field bad");
        output.Content.AppendHtml(Text("label", "", p[Label], "for", Name));
        if (Hint is not null)
            output.Content.AppendHtml(Text("span", "mut", p[Hint], "id", Name + "-hint"));
        if (error is not null)
            output.Content.AppendHtml(Text("span", "error", error, "id", Name + "-error"));
        output.Content.AppendHtml(Control(error));
    }

    TagBuilder Control(string? error)
    {
        var control = new TagBuilder(Type == "textarea" ? "textarea" : "input");
        (control.Attributes["id"], control.Attributes["name"]) = (Name, Name);
        if (Type == "textarea")
            control.InnerHtml.AppendHtml("\n").Append(Value ?? "");
        else
            FillInput(control);
        var ties = new[] { Hint is null ? null : Name + "-hint", error is null ? null : Name + "-error" }.OfType<string>();
        if (string.Join(' ', ties) is { Length: > 0 } described)
            control.Attributes["aria-describedby"] = described;
        if (error is not null)
            control.Attributes["aria-invalid"] = "true";
        return control;
    }

    void FillInput(TagBuilder input)
    {
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = Type == "code" ? "text" : Type;
        if (Type == "code")
            (input.Attributes["class"], input.Attributes["inputmode"]) = ("code", "numeric");
        if (Type == "tel")
            input.Attributes["dir"] = "ltr";
        if (Autocomplete is not null)
            input.Attributes["autocomplete"] = Autocomplete;
        if (Type != "password" && Value is not null)
            input.Attributes["value"] = Value;
    }

    static TagBuilder Text(string name, string css, string text, string tie, string to)
    {
        var tag = new TagBuilder(name);
        if (css.Length > 0)
            tag.AddCssClass(css);
        tag.Attributes[tie] = to;
        tag.InnerHtml.Append(text);
        return tag;
    }
}
