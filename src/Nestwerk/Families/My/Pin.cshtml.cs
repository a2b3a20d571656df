using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families.Entering;
using Nestwerk.Families.Tongues;

namespace Nestwerk.Families.My;

/// <summary>What only she knows. It also says who she is where a phone is shared: no name is ever offered.</summary>
[AllowAnonymous, OwnTransactions, EnableRateLimiting(AccessServices.SignInLimit)]
public sealed class PinModel(P p, Entrance entrance) : DoorPage(p)
{
    [BindProperty]
    public string? Typed { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public bool Makes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await entrance.WhoseAsync(cancel) is null)
            return Redirect(Links.My);
        Makes = await entrance.MakesPinAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await entrance.EnterAsync(Typed, cancel))
            return Redirect(Links.MyPage);
        Refuse(nameof(Typed), "my.pin.wrong");
        return await OnGetAsync(cancel);
    }

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancel)
    {
        if (PinRules.Problem(Typed, Again) is { } problem)
            Refuse(problem == "my.pin.different" ? nameof(Again) : nameof(Typed), problem);
        else if (await entrance.MakeAndEnterAsync(Typed, cancel))
            return Redirect(Links.MyPage);
        return await OnGetAsync(cancel);
    }
}
