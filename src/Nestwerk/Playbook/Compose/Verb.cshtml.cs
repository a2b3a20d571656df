using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Compose;

/// <summary>Puts a meeting away, takes it back, throws it away, or picks it out of the bin: the page says what happens, the button does it.</summary>
[Authorize(Policy = Policies.Meetings)]
[About(Subject.Work)]
public sealed class VerbModel(PlanScope plans, Actor actor, HouseClock clock, AuditTrail audit) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Verb { get; set; } = "";

    public MeetingPlan Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        var back = Do();
        return Redirect(back);
    }

    string Do()
    {
        switch (Verb)
        {
            case "archive":
                Plan.Archive(clock.Utc);
                audit.Wrote("plan.archived", Id);
                return Links.Plans;
            case "unarchive":
                Plan.Unarchive();
                audit.Wrote("plan.unarchived", Id);
                return Links.Plan(Id);
            case "delete":
                Plan.Delete(clock.Utc);
                audit.Wrote("plan.deleted", Id);
                return $"{Links.Plans}?deleted={Id}";
            default:
                Plan.Restore();
                audit.Wrote("plan.restored", Id);
                return Links.Plan(Id);
        }
    }

    /// <summary>Only the author puts away or throws away; a deleted plan can only be restored.</summary>
    async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await plans.ChangeAsync(Id, cancel) is not { } plan || plan.AuthorId != actor.PersonId)
            return false;
        Plan = plan;
        return Verb == "restore" ? plan.DeletedAt is not null : plan.DeletedAt is null;
    }
}
