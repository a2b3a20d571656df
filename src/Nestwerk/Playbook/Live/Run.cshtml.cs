using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Live;

/// <summary>
/// A meeting while it is given: what is going on now, how long still, and what can go to end on time. Every button is a form;
/// the script only saves the way to the server, and goes on when there is none.
/// </summary>
[Authorize(Policy = Policies.Running), NarrowPage(RunDesk.Purpose)]
[About(Subject.Work)]
public sealed class RunModel(RunDesk desk, NarrowPasses passes, Actor actor, NestwerkOptions options, HouseClock clock) : PageModel
{
    public RunView View { get; private set; } = null!;
    public string Json { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await desk.ReadAsync(id, cancel) is not { } view)
            return NotFound();
        View = view;
        if (view.State is not null)
        {
            var pass = view.MayChange && await passes.OpenAsync(Request, RunDesk.Purpose, id, cancel) is not null;
            Json = JsonSerializer.Serialize(RunJson.Page(view, options.TimeZone, pass, Languages.Current), RunJson.Options);
        }
        return Page();
    }

    /// <summary>Begins. Whoever comes second finds it begun.</summary>
    public async Task<IActionResult> OnPostBeginAsync(Guid id, CancellationToken cancel)
    {
        if (await desk.ChangeAsync(id, cancel) is not { } view)
            return NotFound();
        if (view.Run is null && view.Plan.Blocks.Count > 0)
        {
            desk.Begin(view.Plan.Plan);
            await HoldAsync(id, cancel);
        }
        return Redirect(RunLinks.Run(id));
    }

    /// <summary>One press, without a script. The id stands in the form: sent twice, it counts once.</summary>
    public async Task<IActionResult> OnPostPressAsync(Guid id, Guid step, StepKind kind, Guid? block, int minutes, CancellationToken cancel)
    {
        if (await desk.ChangeAsync(id, cancel) is not { Run: { } run } view)
            return NotFound();
        if (step == Guid.Empty || !Enum.IsDefined(kind) || run.Steps.Count >= RunDesk.MostSteps || !ModelState.IsValid)
            return BadRequest();
        await desk.TakeAsync(view, [new(step, kind, block, minutes, RunClock.Milliseconds(clock.Utc))], cancel);
        if (run.EndedAt is null)
            await HoldAsync(id, cancel);
        return Redirect(RunLinks.Run(id));
    }

    /// <summary>Throws the run away: it was a try, or began too early. An old page cannot throw away the run that began since.</summary>
    public async Task<IActionResult> OnPostClearAsync(Guid id, long begun, CancellationToken cancel)
    {
        if (await desk.ChangeAsync(id, cancel) is not { } view)
            return NotFound();
        if (view.Run is { } run && RunClock.Milliseconds(run.StartedAt) == begun)
            await desk.ClearAsync(run, cancel);
        return Redirect(RunLinks.Run(id));
    }

    /// <summary>The hour on the wall of the house.</summary>
    public TimeOnly Wall(long moment) => TimeOnly.FromDateTime(clock.Local(RunClock.Moment(moment)));

    Task HoldAsync(Guid id, CancellationToken cancel) =>
        passes.HoldAsync(HttpContext, actor, RunDesk.Purpose, id, RunLinks.Run(id), cancel);
}
