using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Nestwerk.Shared;

namespace Nestwerk.Access.Front;

/// <summary>What is kept about people here. Kept true with <c>docs/data-map.md</c>, which says it table by table.</summary>
[AllowAnonymous, SameForEverybody, OutputCache(PolicyName = "Public")]
public sealed class PrivacyModel(T t, NestwerkOptions house) : PageModel
{
    static readonly string[] Passages =
    [
        "who",
        "families",
        "staff",
        "work",
        "questions",
        "cookies",
        "others",
        "safe",
        "rights",
        "complain",
    ];

    public Reading Reading => new(t["privacy.title"], t["privacy.lede"], [.. Passages.Select(About)]);

    Passage About(string what) =>
        what == "complain"
            ? new(what, t["privacy.complain.title"], t["privacy.complain.text"], new PassageLink(Authority, "privacy.authority"))
            : new(what, t[$"privacy.{what}.title"], t[$"privacy.{what}.text", house.Name]);

    static string Authority =>
        Languages.Current switch
        {
            "fr" => "https://www.autoriteprotectiondonnees.be",
            "en" => "https://www.dataprotectionauthority.be",
            _ => "https://www.gegevensbeschermingsautoriteit.be",
        };
}
