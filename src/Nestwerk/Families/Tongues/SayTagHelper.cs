using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Nestwerk.Families.Tongues;

/// <summary>A text for parents, with its recorded voice beside it where there is one: <c>&lt;nw-say key="my.door.lede" as="p" /&gt;</c>.</summary>
[HtmlTargetElement("nw-say", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SayTagHelper(P p) : TagHelper
{
    public required string Key { get; set; }
    public string As { get; set; } = "p";
    public object[] Values { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = As;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(p.Say(Key, Values));
        if (p.Voice(Key) is not { } voice)
            return;
        var sound = new TagBuilder("audio");
        (sound.Attributes["controls"], sound.Attributes["preload"], sound.Attributes["src"]) = ("controls", "none", voice);
        sound.Attributes["aria-label"] = p["my.listen"];
        output.PostElement.AppendHtml(sound);
    }
}
