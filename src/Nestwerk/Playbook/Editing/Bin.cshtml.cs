using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Editing;

/// <param name="Title">Null when it never had one.</param>
public sealed record BinLine(Guid Id, string? Title, DateTime DeletedAt);

/// <summary>What she deleted in the last thirty days, to put back.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class BinModel(BookScope books, PlanScope plans, HouseClock clock, AuditTrail audit) : PageModel
{
    public IReadOnlyList<BinLine> Recipes { get; private set; } = [];
    public IReadOnlyList<BinLine> Plans { get; private set; } = [];

    public int DaysLeft(BinLine line) => Math.Max(1, (int)Math.Ceiling((line.DeletedAt + Purge.Grace - clock.Utc).TotalDays));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var since = clock.Utc - Purge.Grace;
        var recipes = await books.Editable().AsNoTracking().Where(recipe => recipe.DeletedAt > since).ToListAsync(cancel);
        Recipes =
        [
            .. recipes
                .Select(recipe => new BinLine(recipe.Id, recipe.Draft.Title.Here(), recipe.DeletedAt!.Value))
                .OrderByDescending(line => line.DeletedAt),
        ];
        Plans = await plans
            .Editable()
            .Where(plan => plan.DeletedAt > since)
            .OrderByDescending(plan => plan.DeletedAt)
            .Select(plan => new BinLine(plan.Id, plan.Title == "" ? null : plan.Title, plan.DeletedAt!.Value))
            .ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostRecipeAsync(Guid id, CancellationToken cancel)
    {
        if (await books.ChangeAsync(id, cancel) is not { } recipe)
            return NotFound();
        if (recipe.DeletedAt is not null)
        {
            recipe.Restore();
            audit.Wrote("recipe.restored", id);
        }
        return Redirect(Links.Recipe(id));
    }

    public async Task<IActionResult> OnPostPlanAsync(Guid id, CancellationToken cancel)
    {
        if (await plans.ChangeAsync(id, cancel) is not { } plan)
            return NotFound();
        if (plan.DeletedAt is not null)
        {
            plan.Restore();
            audit.Wrote("plan.restored", id);
        }
        return Redirect(Links.Plan(id));
    }
}
