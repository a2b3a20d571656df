using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Editing;

/// <summary>Archive, take out again, delete, restore: a page that says what it means before it is done.</summary>
[Authorize(Policy = Policies.Editors)]
[About(Subject.Book)]
public sealed class PutAwayModel(NestwerkDb db, BookScope books, HouseClock clock, AuditTrail audit) : PageModel
{
    public string Verb { get; private set; } = "";
    public Recipe Recipe { get; private set; } = null!;

    /// <summary>How many meetings use it.</summary>
    public int Uses { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string verb, CancellationToken cancel)
    {
        if (await books.ChangeAsync(id, cancel) is not { } recipe)
            return NotFound();
        if (IsDone(recipe, verb))
            return Redirect(Next(recipe, verb));
        if (!CanDo(recipe, verb))
            return NotFound();
        (Recipe, Verb) = (recipe, verb);
        Uses = await db.Set<PlanBlock>().Where(block => block.RecipeId == id).Select(block => block.PlanId).Distinct().CountAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string verb, CancellationToken cancel)
    {
        if (await books.ChangeAsync(id, cancel) is not { } recipe)
            return NotFound();
        if (IsDone(recipe, verb))
            return Redirect(Next(recipe, verb));
        if (!CanDo(recipe, verb))
            return NotFound();
        Do(recipe, verb);
        return Redirect(Next(recipe, verb));
    }

    void Do(Recipe recipe, string verb)
    {
        switch (verb)
        {
            case "archive":
                recipe.Archive(clock.Utc);
                audit.Wrote("recipe.archived", recipe.Id);
                break;
            case "unarchive":
                recipe.Unarchive();
                audit.Wrote("recipe.unarchived", recipe.Id);
                break;
            case "delete":
                recipe.Delete(clock.Utc);
                audit.Wrote("recipe.deleted", recipe.Id);
                break;
            default:
                recipe.Restore();
                audit.Wrote("recipe.restored", recipe.Id);
                break;
        }
    }

    static bool IsDone(Recipe recipe, string verb) =>
        verb switch
        {
            "archive" => recipe is { ArchivedAt: not null, DeletedAt: null },
            "unarchive" => recipe is { ArchivedAt: null, DeletedAt: null },
            "delete" => recipe.DeletedAt is not null,
            _ => recipe.DeletedAt is null,
        };

    /// <summary>What is deleted can only be restored.</summary>
    static bool CanDo(Recipe recipe, string verb) => verb == "restore" || recipe.DeletedAt is null;

    static string Next(Recipe recipe, string verb) => verb == "delete" ? Links.AfterDeleting(recipe.Id) : Links.Recipe(recipe.Id);
}
