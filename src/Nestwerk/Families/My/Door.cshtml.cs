using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families.Entering;
using Nestwerk.Families.Tongues;

namespace Nestwerk.Families.My;

/// <summary>Her number, or her mail address. What it answers never says whether it is known here.</summary>
[AllowAnonymous, OwnTransactions, EnableRateLimiting(AccessServices.SignInLimit)]
public sealed class DoorModel(P p, Entrance entrance) : DoorPage(p)
{
    [BindProperty]
    public string? To { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await entrance.AskAsync(To, cancel))
            return Redirect(Links.MyCode);
        Refuse(nameof(To), "my.door.noNumber");
        return Page();
    }
}
