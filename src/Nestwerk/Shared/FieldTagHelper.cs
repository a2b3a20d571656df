using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Nestwerk.Shared;

/// <summary>
/// One field, whole or not at all: label, hint, error, control, and the ties between them.
/// <code>&lt;nw-field for="Input.Title" label="plan.title" hint="plan.titleHint" width="full" /&gt;</code>
/// </summary>
[HtmlTargetElement("nw-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(T t) : TagHelper
{
    /// <summary>The bound property; its name, value and errors are used.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>Text key of the label, or the words themselves in <see cref="LabelText"/>.</summary>
    public string? Label { get; set; }
    public string? LabelText { get; set; }
    public string? Hint { get; set; }

    /// <summary>text, number, date, time, email, password, file, files, textarea, select or check.</summary>
    public string Type { get; set; } = "text";
    public string Width { get; set; } = "full";
    public int Rows { get; set; } = 4;
    public IEnumerable<SelectListItem>? Items { get; set; }
    public string? Language { get; set; }
    public string? Autocomplete { get; set; }
    public string? List { get; set; }
    public bool Optional { get; set; }

    /// <summary>Text key of a word that says what this field lacks: it stands in the label, and the field shows it.</summary>
    public string? Mark { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    string Kind =>
        Type switch
        {
            "number" => "text",
            "files" => "file",
            _ => Type,
        };

    string Id => TagBuilder.CreateSanitizedId(Name, "_");

    string Name => View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = View.ViewData.ModelState.TryGetValue(Name, out var entry) ? entry.Errors : null;
        var error = errors is [var first, ..] ? first.ErrorMessage : null;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", string.Concat("field", error is null ? "" : " bad", Mark is null ? "" : " missing"));
        var control = Control(entry?.AttemptedValue, error);
        if (Type == "check")
            output.Content.AppendHtml(Tag("span", "opt", control, LabelTag()));
        else
            output.Content.AppendHtml(LabelTag());
        if (Hint is not null)
            output.Content.AppendHtml(Tag("span", "hint", Id + "-hint", t[Hint]));
        if (error is not null)
            output.Content.AppendHtml(ErrorTag(error));
        if (Type != "check")
            output.Content.AppendHtml(control);
    }

    TagBuilder LabelTag()
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = Id;
        label.InnerHtml.Append(LabelText ?? t[Label!]);
        if (Optional)
            label.InnerHtml.AppendHtml(Tag("span", "hint", null, " " + t["form.optional"]));
        if (Mark is not null)
            label.InnerHtml.AppendHtml(Tag("span", "st sm warn", null, t[Mark]));
        return label;
    }

    TagBuilder ErrorTag(string error)
    {
        var tag = Tag("span", "error", Id + "-error", "");
        tag.InnerHtml.AppendHtml("<svg class=\"i s\" aria-hidden=\"true\"><use href=\"#i-late\"/></svg> ");
        tag.InnerHtml.AppendHtml(Tag("span", "vh", null, t["form.error"] + " "));
        tag.InnerHtml.Append(error);
        return tag;
    }

    TagBuilder Control(string? attempted, string? error)
    {
        var control = new TagBuilder(Type is "textarea" or "select" ? Type : "input");
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        Fill(control, attempted ?? Format(For.Model));
        if (Type != "check")
            control.AddCssClass(Width);
        Set(control, "lang", Language);
        Set(control, "dir", Language is null ? null : "auto");
        Set(control, "autocomplete", Autocomplete);
        Set(control, "list", List);
        var described = string.Join(
            ' ',
            new[] { Hint is null ? null : Id + "-hint", error is null ? null : Id + "-error" }.OfType<string>()
        );
        Set(control, "aria-describedby", described.Length == 0 ? null : described);
        Set(control, "aria-invalid", error is null ? null : "true");
        return control;
    }

    void Fill(TagBuilder control, string value)
    {
        switch (Type)
        {
            case "textarea":
                control.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
                control.InnerHtml.AppendHtml("\n").Append(value);
                break;
            case "select":
                foreach (var item in Items ?? [])
                    control.InnerHtml.AppendHtml(Option(item, value));
                break;
            case "check":
                control.TagRenderMode = TagRenderMode.SelfClosing;
                (control.Attributes["type"], control.Attributes["value"]) = ("checkbox", "true");
                Set(control, "checked", value is "true" or "True" ? "checked" : null);
                break;
            default:
                control.TagRenderMode = TagRenderMode.SelfClosing;
                control.Attributes["type"] = Kind;
                Set(control, "multiple", Type == "files" ? "multiple" : null);
                Set(control, "accept", Kind == "file" ? "image/png, image/jpeg" : null);
                Set(control, "inputmode", Type == "number" ? "numeric" : null);
                Set(control, "value", Kind is "password" or "file" ? null : value);
                break;
        }
    }

    static TagBuilder Option(SelectListItem item, string value)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = item.Value;
        Set(option, "selected", string.Equals(item.Value, value, StringComparison.Ordinal) ? "selected" : null);
        option.InnerHtml.Append(item.Text);
        return option;
    }

    static string Format(object? value) =>
        value switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    static void Set(TagBuilder tag, string name, string? value)
    {
        if (value is not null)
            tag.Attributes[name] = value;
    }

    static TagBuilder Tag(string name, string css, params IHtmlContent[] inside)
    {
        var tag = new TagBuilder(name);
        tag.AddCssClass(css);
        foreach (var part in inside)
            tag.InnerHtml.AppendHtml(part);
        return tag;
    }

    static TagBuilder Tag(string name, string css, string? id, string text)
    {
        var tag = Tag(name, css);
        Set(tag, "id", id);
        tag.InnerHtml.Append(text);
        return tag;
    }
}
