using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;

namespace Nestwerk.Playbook.Paper;

/// <summary>Which of the seven goals the chosen meetings work on; without a choice, all that are not archived.</summary>
[Authorize(Policy = Policies.Meetings)]
public sealed class GoalsModel(PlanScope plans, Lists lists) : PageModel
{
    const int Most = 100;

    [BindProperty(SupportsGet = true, Name = "plan")]
    public List<Guid> Chosen { get; set; } = [];

    public IReadOnlyList<GoalCount> Goals { get; private set; } = [];
    public int Meetings { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await lists.LoadAsync(cancel);
        var ids =
            Chosen.Count > 0
                ? Chosen
                : await plans
                    .Readable()
                    .Where(plan => plan.ArchivedAt == null)
                    .OrderByDescending(plan => plan.Date)
                    .Take(Most)
                    .Select(plan => plan.Id)
                    .ToListAsync(cancel);
        var views = await plans.ViewAsync(await plans.ReadAsync(ids, cancel), cancel);
        Meetings = views.Count;
        Goals = GoalCoverage.Of(lists.Goals, views);
    }
}
