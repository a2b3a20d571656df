using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families.Entering;
using Nestwerk.Families.Rights;
using Nestwerk.Families.Tongues;

namespace Nestwerk.Families.My;

/// <summary>What erasing means, and her PIN once more before she asks for it: somebody may hold her open phone.</summary>
[Authorize(Policy = Policies.Parent), OwnTransactions, EnableRateLimiting(AccessServices.SignInLimit)]
public sealed class EraseModel(P p, MyDesk desk, MyRights rights, PinAgain pin, AuditTrail audit) : MyPage(p, desk)
{
    [BindProperty]
    public string? Typed { get; set; }

    public bool HasPin { get; private set; }

    /// <summary>Whether she speaks for children, whose things go too.</summary>
    public bool Keeps => Desk.Me.Keeps.Count > 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await rights.MayAskAsync(cancel))
            return NotFound();
        await audit.ReadAsync("my.rights-read", [Desk.Me.FamilyId], DataClasses.None, cancel);
        HasPin = await pin.CanAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await rights.MayAskAsync(cancel))
            return NotFound();
        if (await pin.DoAsync(Typed, () => rights.AskAsync(Right.Erasure, cancel), cancel))
            return Redirect(Links.MyRightsAfter("asked"));
        Refuse(nameof(Typed), "my.pin.wrong");
        HasPin = await pin.CanAsync(cancel);
        return Page();
    }
}
