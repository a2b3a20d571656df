using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Shared;

namespace Nestwerk.Access.Front;

/// <summary>The bare address: it leads everybody to her own first page.</summary>
[AllowAnonymous]
public sealed class StartModel(Actor actor, IEnumerable<NavEntry> entries) : PageModel
{
    public IActionResult OnGet()
    {
        if (!actor.IsSignedIn)
            return Redirect("/" + Languages.WantedBy(Request));
        return Redirect(Navigation.MineOf(actor, entries).FirstOrDefault()?.Path ?? "/account");
    }
}
