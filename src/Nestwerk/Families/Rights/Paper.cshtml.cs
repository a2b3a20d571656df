using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>What is kept about her, for the worker who sits with her to print, or to put on a stick of hers. It is never mailed.</summary>
[Authorize(Policy = Policies.Families), AsksAgain, About(Subject.Family)]
public sealed class PaperModel(RequestDesk desk, Extracts extracts, Actor actor, AuditTrail audit, HouseClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Family { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Extract Extract { get; private set; } = null!;
    public string Language { get; private set; } = Languages.Default;
    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetJsonAsync(CancellationToken cancel) =>
        await FindAsync(cancel) ? File(Encoding.UTF8.GetBytes(Extracts.Json(Extract)), "application/json", "nestwerk.json") : NotFound();

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (
            await desk.ChangeAsync(Family, Id, cancel) is not { } request
            || !request.LiesReady(clock.Utc)
            || request.SubjectId is not { } member
        )
            return false;
        if ((await desk.MembersAsync(Family, cancel)).Find(each => each.Id == member) is not { } she)
            return false;
        Language = Languages.Known(she.Language);
        if (await extracts.OfAsync(Family, member, Language, actor, cancel) is not { } extract)
            return false;
        Extract = extract;
        await audit.ReadAsync("right.printed", [Family], DataClasses.Whole, cancel);
        return true;
    }
}
