using Microsoft.AspNetCore.Razor.TagHelpers;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>
/// The minutes of a session as a small bar, to scale: a bar twice as long is a session twice as long.
/// A tag helper because lists show one on every row, where a partial costs as much as the row itself.
/// </summary>
[HtmlTargetElement("pillar-strip", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StripTagHelper(T t) : TagHelper
{
    /// <summary>Units of the drawing in a minute.</summary>
    const int Scale = 3;

    public PillarMinutes Minutes { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (mix, from) = (Minutes, 0);
        var parts = Pillars.All.Where(pillar => mix[pillar] > 0).ToList();
        (output.TagName, output.TagMode) = (parts.Count > 0 ? "svg" : null, TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "strip");
        output.Attributes.SetAttribute("width", Scale * mix.Total);
        output.Attributes.SetAttribute("height", 12);
        output.Attributes.SetAttribute("viewBox", $"0 0 {Scale * mix.Total} 12");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute(
            "aria-label",
            string.Join(", ", parts.Select(pillar => t[$"rubric.minutesOf.{pillar}", mix[pillar]]))
        );
        foreach (var pillar in parts)
        {
            output.Content.AppendHtml(Box(pillar, from, mix[pillar]));
            from += mix[pillar];
        }
    }

    static string Box(Pillar pillar, int from, int minutes) =>
        $"""<rect x="{Scale * from}.5" y=".5" width="{Scale * minutes - 1}" height="11" rx="{(minutes > 2 ? "2.5" : "1")}" fill="{pillar.Fill()}" stroke="{pillar.Stroke()}" />""";
}
