using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Playbook.Improving;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Editing;

/// <summary>One line of the past of a recipe.</summary>
/// <param name="By">The name of who published it; null when that person is no longer known.</param>
public sealed record VersionLine(int Number, DateTime At, string Note, string? By, bool IsNewest);

/// <summary>The past of a recipe: every version, newest first.</summary>
[Authorize(Policy = Policies.Staff)]
[About(Subject.Book)]
public sealed class VersionsModel(NestwerkDb db, BookScope books, ImprovementScope improvements) : PageModel
{
    public Guid Id { get; private set; }
    public Words RecipeTitle { get; private set; } = Words.None;
    public IReadOnlyList<VersionLine> Lines { get; private set; } = [];

    /// <summary>What each version took up, and which house brought it.</summary>
    public ILookup<int, (string Text, string House)> Made { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await books.Readable().AsNoTracking().SingleOrDefaultAsync(recipe => recipe.Id == id, cancel) is not { } recipe)
            return NotFound();
        Id = id;
        Lines = await (
            from version in db.Set<RecipeVersion>()
            where version.RecipeId == id
            join person in db.Set<Person>() on version.PublishedBy equals person.Id into people
            from person in people.DefaultIfEmpty()
            orderby version.Number descending
            select new VersionLine(version.Number, version.PublishedAt, version.ChangeNote, person!.Name, version.IsNewest)
        ).ToListAsync(cancel);
        Made = await improvements.MadeAsync(id, cancel);
        RecipeTitle = await books.TitleAsync(recipe, cancel);
        return Page();
    }
}
