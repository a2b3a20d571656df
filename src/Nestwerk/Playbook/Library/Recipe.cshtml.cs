using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Playbook.Improving;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Library;

/// <summary>One recipe, newest version, in the five rubrics; for its editors also what is not published yet.</summary>
[Authorize(Policy = Policies.Staff)]
[About(Subject.Book)]
public sealed class RecipeModel(NestwerkDb db, BookScope books, PlanScope plans, Lists lists, Quality quality, Actor actor) : PageModel
{
    public sealed record Into(Guid Id, string Title, DateOnly? Date);

    public Recipe Recipe { get; private set; } = null!;
    public RecipeVersion? Version { get; private set; }
    public ReadThrough? ReadThrough { get; private set; }
    public string BookTitle { get; private set; } = "";
    public bool MayChange { get; private set; }
    public int Used { get; private set; }

    /// <summary>How it went in all houses together; null while nobody wrote it down.</summary>
    public SessionUse? Use { get; private set; }
    public IReadOnlyList<Into> Plans { get; private set; } = [];
    public Lists Lists => lists;
    public bool MayPlan => AccessPolicy.Reach(actor, DataClass.Working, Act.Write).Length > 0;

    public RecipeContent Text => Version?.Content ?? Recipe.Draft;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var recipe = await books.Readable().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancel);
        if (recipe is null)
            return NotFound();
        Recipe = recipe;
        await lists.LoadAsync(cancel);
        MayChange = await books.MayChangeAsync(recipe, cancel);
        BookTitle = (await db.Set<Book>().Where(book => book.Id == recipe.BookId).Select(book => book.Title).SingleAsync(cancel)).Here();
        Version = await db.Set<RecipeVersion>()
            .AsNoTracking()
            .Include(version => version.ReadThroughs)
            .SingleOrDefaultAsync(version => version.RecipeId == id && version.IsNewest, cancel);
        ReadThrough = Version?.ReadThroughs.MaxBy(read => read.On);
        Used = await db.Set<MeetingPlan>()
            .CountAsync(plan => plan.DeletedAt == null && plan.Blocks.Any(block => block.RecipeId == id), cancel);
        Use = await quality.OfSessionAsync(id, cancel);
        Plans = await plans
            .Editable()
            .Where(plan => plan.DeletedAt == null && plan.ArchivedAt == null)
            .OrderByDescending(plan => plan.ChangedAt)
            .Take(20)
            .Select(plan => new Into(plan.Id, plan.Title, plan.Date))
            .ToListAsync(cancel);
        return Page();
    }
}
