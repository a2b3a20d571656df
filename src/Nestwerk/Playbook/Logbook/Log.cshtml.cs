using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Playbook.Improving;

namespace Nestwerk.Playbook.Logbook;

/// <summary>How a meeting went: what was planned beside what was done, what worked, what to change.</summary>
[Authorize(Policy = Policies.Meetings)]
[About(Subject.Work)]
public sealed class LogModel(PlanScope plans, LogScope logs, ImprovementScope improvements, Colleagues colleagues) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Kept { get; set; }

    public MeetingPlan Plan { get; private set; } = null!;
    public MeetingLog? Log { get; private set; }
    public bool MayChange { get; private set; }
    public IReadOnlyList<(string Name, string Text)> Reflections { get; private set; } = [];

    /// <summary>What was already brought to the editors from this meeting.</summary>
    public IReadOnlyList<Improvement> Brought { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await plans.ReadAsync(id, cancel) is not { } plan)
            return NotFound();
        (Plan, MayChange) = (plan, plans.MayChange(plan));
        Log = await logs.ReadAsync(plan, cancel);
        if (Log is null)
            return MayChange ? Redirect(LogLinks.Write(id)) : Page();
        Brought = await improvements.FromMeetingAsync(id, cancel);
        var names = await colleagues.NamesAsync([.. Log.Reflections.Select(each => each.PersonId)], cancel);
        Reflections =
        [
            .. Log
                .Reflections.Where(each => each.Text.Length > 0)
                .OrderBy(each => each.At)
                .Select(each => (names.GetValueOrDefault(each.PersonId, ""), each.Text)),
        ];
        return Page();
    }
}
