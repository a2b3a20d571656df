using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Paper;

/// <summary>The sheet in her hand: big times, one glance per block, what to bring, room to write.</summary>
[Authorize(Policy = Policies.Meetings)]
[About(Subject.Work)]
public sealed class RunSheetModel(PlanScope plans, Colleagues colleagues) : PageModel
{
    public PlanView View { get; private set; } = null!;
    public IReadOnlyList<PackingLine> Packing { get; private set; } = [];
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>She has just said that it is ready.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ready { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await plans.ReadAsync(id, cancel) is not { } plan)
            return NotFound();
        View = await plans.ViewAsync(plan, cancel);
        Packing = PackingList.Of([View], Languages.Current);
        var people = plan.CoFacilitators.Select(person => person.PersonId).Prepend(plan.AuthorId).ToList();
        var names = await colleagues.NamesAsync(people, cancel);
        Names = [.. people.Where(names.ContainsKey).Select(person => names[person])];
        return Page();
    }
}
