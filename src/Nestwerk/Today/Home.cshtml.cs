using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Playbook;
using Nestwerk.Shared;

namespace Nestwerk.Today;

/// <summary>
/// The bare address. For staff: what asks for attention now, and which meetings come. A visitor is led to the front page in her language.
/// </summary>
[AllowAnonymous]
public sealed class HomeModel(Actor actor, IEnumerable<IAttention> bringers, PlaybookToday playbook, HouseClock clock) : PageModel
{
    public IReadOnlyList<Attention> Now { get; private set; } = [];
    public IReadOnlyList<Attention> ThisWeek { get; private set; } = [];
    public ComingMeeting? Next { get; private set; }
    public IReadOnlyList<ComingMeeting> Later { get; private set; } = [];
    public bool MayPlan => AccessPolicy.Reach(actor, DataClass.Working, Act.Write).Length > 0;
    public DateOnly Day => clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!actor.IsSignedIn)
            return Redirect("/" + Languages.WantedBy(Request));
        if (!Policies.IsStaff(actor))
            return Redirect("/account");
        var rows = new List<Attention>();
        foreach (var bringer in bringers)
            rows.AddRange(await bringer.ForAsync(actor, cancel));
        Now = [.. rows.Where(row => row.IsToday).OrderBy(row => row.Order)];
        ThisWeek = [.. rows.Where(row => !row.IsToday).OrderBy(row => row.Order)];
        var coming = await playbook.ComingAsync(cancel);
        (Next, Later) = (coming.Count > 0 ? coming[0] : null, [.. coming.Skip(1)]);
        return Page();
    }
}
