using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Shared.Offline;

namespace Nestwerk.Playbook.Live;

/// <summary>
/// Takes presses from a phone, perhaps long after they were made. The same ones sent again change nothing; an empty list only
/// makes the device known.
/// </summary>
[Authorize(Policy = Policies.Running), NarrowPage(RunDesk.Purpose)]
[About(Subject.Work)]
public sealed class StepsModel(RunDesk desk, NarrowPasses passes, Actor actor) : PageModel
{
    public IActionResult OnGet() => NotFound();

    /// <param name="id">The plan.</param>
    /// <param name="begun">Of which run they are: presses of one that was thrown away are not for the next.</param>
    /// <param name="cancel">When nobody waits any more.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, long begun, CancellationToken cancel)
    {
        if (await desk.ChangeAsync(id, cancel) is not { Run: { } run } view || RunClock.Milliseconds(run.StartedAt) != begun)
            return NotFound();
        if (await ReadAsync(cancel) is not { } presses || run.Steps.Count + presses.Count > RunDesk.MostSteps)
            return BadRequest();
        await desk.TakeAsync(view, presses, cancel);
        if (run.EndedAt is null)
            await passes.HoldAsync(HttpContext, actor, RunDesk.Purpose, id, RunLinks.Run(id), cancel);
        return new JsonResult(RunJson.Answer(view, OfflineVersion.Current, token: null), RunJson.Options);
    }

    async Task<IReadOnlyList<RunPress>?> ReadAsync(CancellationToken cancel)
    {
        if (!Request.HasJsonContentType() || Request.ContentLength > RunJson.MostBytes)
            return null;
        var body = new byte[RunJson.MostBytes + 1];
        try
        {
            var length = await Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancel);
            return length > RunJson.MostBytes ? null : RunJson.Read(body.AsSpan(0, length));
        }
        catch (IOException) // The connection went while it spoke: that is what this page is for.
        {
            return null;
        }
    }
}
