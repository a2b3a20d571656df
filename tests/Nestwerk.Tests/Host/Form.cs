using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Nestwerk.Tests.Host;

/// <summary>A form on a page, and the button that sends it.</summary>
sealed class Form
{
    readonly IHtmlFormElement form;
    readonly IElement? button;

    Form(IHtmlFormElement form, IElement? button) => (this.form, this.button) = (form, button);

    public string? Action => button?.GetAttribute("formaction") ?? form.GetAttribute("action");
    public bool IsPost =>
        string.Equals(button?.GetAttribute("formmethod") ?? form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase);
    public bool IsMultipart => form.GetAttribute("enctype") == "multipart/form-data";

    public static Form Of(IElement element) =>
        element switch
        {
            IHtmlFormElement form => new(form, form.Elements.FirstOrDefault(IsButton)),
            IHtmlButtonElement { Form: { } form } => new(form, element),
            IHtmlInputElement { Form: { } form } => new(form, element),
            _ => throw new InvalidOperationException($"<{element.LocalName}> is neither a form nor a button of one."),
        };

    /// <summary>What a browser would send, with some fields filled in anew.</summary>
    public IReadOnlyList<(string Name, string Value)> Values((string Name, string? Value)[] fields)
    {
        var named = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var pressed = button?.GetAttribute("name") is { Length: > 0 } name
            ? [(name, button.GetAttribute("value") ?? "")]
            : Array.Empty<(string, string)>();
        return
        [
            .. form.Elements.Where(IsSent).SelectMany(Values).Where(field => !named.Contains(field.Name)),
            .. fields.Where(field => field.Value is not null).Select(field => (field.Name, field.Value!)),
            .. pressed,
        ];
    }

    public static MultipartFormDataContent Multipart(IEnumerable<(string Name, string Value)> values)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
            content.Add(new StringContent(value), name);
        return content;
    }

    static bool IsButton(IElement element) =>
        element is IHtmlButtonElement { Type: "submit", IsDisabled: false } or IHtmlInputElement { Type: "submit", IsDisabled: false };

    static bool IsSent(IElement element) =>
        element.GetAttribute("name") is { Length: > 0 }
        && !element.HasAttribute("disabled")
        && element.Closest("fieldset[disabled]") is null;

    static IEnumerable<(string Name, string Value)> Values(IElement element) =>
        element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
            IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" or "file" } => [],
            IHtmlInputElement input => [(input.Name!, input.Value)],
            IHtmlTextAreaElement area => [(area.Name!, area.Value)],
            IHtmlSelectElement select => select.Options.Where(option => option.IsSelected).Select(option => (select.Name!, option.Value)),
            _ => [],
        };
}
