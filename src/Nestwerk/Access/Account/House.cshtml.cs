using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Data;

namespace Nestwerk.Access.Account;

/// <summary>Chooses for which of her organisations she works now; nothing chosen means all of them.</summary>
[Authorize(Policy = Policies.Account), OwnTransactions]
public sealed class HouseModel(Actor actor) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public IActionResult OnPost(Guid? to)
    {
        if (to is { } house && actor.Everywhere.Any(each => each.Id == house))
            HttpContext.RememberHouse(house);
        else
            HttpContext.ForgetHouse();
        return Redirect("/");
    }
}
