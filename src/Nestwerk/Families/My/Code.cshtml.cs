using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families.Entering;
using Nestwerk.Families.Tongues;

namespace Nestwerk.Families.My;

/// <summary>The code that came, if one came. Five wrong ones end it.</summary>
[AllowAnonymous, OwnTransactions, EnableRateLimiting(AccessServices.SignInLimit)]
public sealed class CodeModel(P p, Entrance entrance) : DoorPage(p)
{
    [BindProperty]
    public string? Typed { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await entrance.WaitsAsync(cancel) ? Page() : Redirect(Links.My);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        switch (await entrance.TakeCodeAsync(Typed, cancel))
        {
            case CodeAnswer.Right:
                return Redirect(Links.MyPin);
            case CodeAnswer.Over:
                Refuse("", "my.code.over");
                return Page();
            default:
                Refuse(nameof(Typed), "my.code.wrong");
                return Page();
        }
    }
}
