using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Nestwerk.Shared.Offline;

/// <summary>
/// Put on a page, it makes that page work without a connection: the worker keeps this one page with what it needs to look and work,
/// what is pressed waits on the device until it is sent, and this line says so. <c>offline.js</c> does it; the page's own script
/// decides what is sent.
/// </summary>
[HtmlTargetElement("offline-page", TagStructure = TagStructure.WithoutEndTag)]
public sealed class OfflineTagHelper(T t) : TagHelper
{
    /// <summary>The address of the page, which is also all that the worker looks at.</summary>
    public string Page { get; set; } = "";

    /// <summary>Answers how things stand, with a token to post with.</summary>
    public string Read { get; set; } = "";

    /// <summary>Takes what waited: a JSON list, each with an id of its own, so that the same one sent twice counts once.</summary>
    public string Send { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("data-offline", Page);
        output.Attributes.SetAttribute("data-read", Read);
        output.Attributes.SetAttribute("data-send", Send);
        output.Attributes.SetAttribute("data-version", OfflineVersion.Current);
        if (View.HttpContext.Features.Get<SharedDevice>() is not null)
            output.Attributes.SetAttribute("data-shared", "1");
        output.Attributes.SetAttribute("data-waiting", t["offline.waiting"]);
        output.Attributes.SetAttribute("data-signed-out", t["offline.signedOut"]);
        output.Content.AppendHtml("""<p class="sm mut" role="status"></p>""");
        output.Content.AppendHtml("""<p class="line" hidden><span>""").Append(t["offline.newer"]);
        output.Content.AppendHtml("</span> <a class=\"btn small\" href=\"").Append(Page).AppendHtml("\">");
        output.Content.Append(t["offline.reload"]).AppendHtml("</a></p>");
    }
}

/// <summary>Which build this is: a page that was kept by another one offers to load itself again.</summary>
public static class OfflineVersion
{
    public static string Current { get; } = typeof(OfflineVersion).Module.ModuleVersionId.ToString("N")[..12];
}
