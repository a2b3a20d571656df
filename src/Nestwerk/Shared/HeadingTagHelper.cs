using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Nestwerk.Shared;

/// <summary>A heading whose level depends on where the part is used: <c>&lt;nw-heading level="3"&gt;</c> is an <c>h3</c>.</summary>
[HtmlTargetElement("nw-heading")]
public sealed class HeadingTagHelper : TagHelper
{
    public required int Level { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.TagName = $"h{Level}";
}
