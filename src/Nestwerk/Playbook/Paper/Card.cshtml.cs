using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Playbook.Paper;

/// <summary>One recipe on paper, with the five rubrics in order.</summary>
[Authorize(Policy = Policies.Staff)]
[About(Subject.Book)]
public sealed class CardModel(NestwerkDb db, BookScope books, Lists lists) : PageModel
{
    public Guid Id { get; private set; }
    public RecipeContent Text { get; private set; } = new();
    public int Number { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await books.Readable().AsNoTracking().SingleOrDefaultAsync(recipe => recipe.Id == id, cancel) is not { } recipe)
            return NotFound();
        await lists.LoadAsync(cancel);
        var version = await db.Set<RecipeVersion>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.RecipeId == id && each.IsNewest, cancel);
        (Id, Text, Number) = (id, version?.Content ?? recipe.Draft, version?.Number ?? 0);
        return Page();
    }
}
