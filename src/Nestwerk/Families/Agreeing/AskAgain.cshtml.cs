using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Agreeing;

/// <summary>When she wanted to ask something again. Of whom, she knows herself.</summary>
[Authorize(Policy = Policies.Families)]
public sealed class AskAgainModel(NestwerkDb db, Actor actor, HouseClock clock) : PageModel
{
    public IReadOnlyList<AskAgain> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Waiting = await Mine().OrderBy(each => each.On).ToListAsync(cancel);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await Mine().FirstOrDefaultAsync(each => each.Id == id, cancel) is not { } known)
            return NotFound();
        known.Done(clock.Utc);
        return Redirect(Links.AskAgain);
    }

    IQueryable<AskAgain> Mine()
    {
        var me = actor.PersonId;
        return db.Set<AskAgain>().Where(each => each.PersonId == me && each.DoneAt == null);
    }
}

/// <summary>Reminds a worker that she wanted to ask something again; no family is named in it, so none can be quiet.</summary>
[ByItself(Touches.NoFamily)]
public sealed class AskAgainAttention(NestwerkDb db, HouseClock clock, T t) : IAttention
{
    public async Task<IReadOnlyList<Attention>> ForAsync(Actor actor, CancellationToken cancel)
    {
        if (!Policies.StandsBesideFamilies(actor))
            return [];
        var (me, today) = (actor.PersonId, clock.Today);
        var count = await db.Set<AskAgain>().CountAsync(each => each.PersonId == me && each.DoneAt == null && each.On <= today, cancel);
        return count == 0
            ? []
            : [new(count, t.Count("attention.askAgain", count), "", Links.AskAgain, t["attention.askAgain.verb"]) { IsToday = true }];
    }
}
