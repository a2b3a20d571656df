using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families.Knowing;
using Nestwerk.Shared;

namespace Nestwerk.Families.Agreeing;

/// <summary>She said no, or not yet: nothing is passed on and nothing of it is kept. What can be done instead.</summary>
[Authorize(Policy = Policies.Families)]
[About(Subject.Family)]
public sealed class NotNowModel(Circles circles, AuditTrail audit, NestwerkDb db, Actor actor, HouseClock clock)
    : CirclePage(circles, audit)
{
    /// <summary>After so many days a worker can have herself reminded.</summary>
    public static readonly IReadOnlyList<int> Days = [7, 14, 30];

    [BindProperty]
    public int After { get; set; }

    protected override bool NeedsCare => false;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || !Days.Contains(After))
            return NotFound();
        db.Add(
            new AskAgain
            {
                Id = Ids.New(),
                PersonId = actor.PersonId,
                On = clock.Today.AddDays(After),
            }
        );
        return Redirect(Links.AskAgain);
    }
}
