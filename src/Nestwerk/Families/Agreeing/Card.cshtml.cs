using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;

namespace Nestwerk.Families.Agreeing;

/// <summary>A card for whoever wants to think about it: the House and how to reach it, nothing about anybody.</summary>
[Authorize(Policy = Policies.Families)]
public sealed class CardModel(Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Lang { get; set; }

    public string Language => ConsentTexts.Known(Lang);
    public string House => actor.Organisations.Select(each => each.Name).FirstOrDefault() ?? "";

    public void OnGet() { }
}
