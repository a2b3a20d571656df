using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Nestwerk.Shared;

/// <summary>Puts the token in every form that posts; the framework leaves it out as soon as a form says itself where it goes.</summary>
[HtmlTargetElement("form", Attributes = "[method=post], action")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var asked = context.AllAttributes.ContainsName("asp-antiforgery"); // then the framework does it, and twice is as bad as never
        if (!asked && !string.IsNullOrEmpty(context.AllAttributes["action"]?.Value?.ToString()))
            output.PostContent.AppendHtml(generator.GenerateAntiforgery(View));
    }
}
