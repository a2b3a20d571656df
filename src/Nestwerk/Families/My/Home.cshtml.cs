using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Families.Entering;
using Nestwerk.Families.Tongues;
using Nestwerk.Shared;

namespace Nestwerk.Families.My;

/// <summary>Her own page: four things she can look at or change.</summary>
[Authorize(Policy = Policies.Parent)]
public sealed class HomeModel(P p, MyDesk desk, ParentSessions sessions, AuditTrail audit, HouseClock clock) : MyPage(p, desk)
{
    public string Name { get; private set; } = "";

    /// <summary>How many people, teams and organisations stand beside her.</summary>
    public int People { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await audit.ReadAsync("my.page-read", [Desk.Me.FamilyId], DataClasses.Contact, cancel);
        if (await Desk.HerAsync(cancel) is { } her)
            Name = her.NameIn(await Desk.SealAsync(cancel));
        People = MySide.Of(await Desk.FactsAsync(cancel), Desk.Me, clock.Utc).Parties.Count;
    }

    /// <summary>She is done on this phone.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await sessions.EndHereAsync(HttpContext, cancel);
        return Redirect(Links.My);
    }
}
