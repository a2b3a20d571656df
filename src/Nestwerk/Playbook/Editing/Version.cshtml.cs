using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Editing;

/// <summary>A version as it was published, and what it changed.</summary>
[Authorize(Policy = Policies.Staff)]
[About(Subject.Book)]
public sealed class VersionModel(NestwerkDb db, BookScope books, Lists lists, T t) : PageModel
{
    public RecipeVersion Version { get; private set; } = null!;
    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];

    /// <summary>The number of the newest version.</summary>
    public int Newest { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken cancel)
    {
        var versions = await db.Set<RecipeVersion>()
            .AsNoTracking()
            .Include(version => version.ReadThroughs)
            .Where(version => version.RecipeId == id && (version.Number == number || version.Number == number - 1))
            .Where(version => books.Readable().Any(recipe => recipe.Id == version.RecipeId))
            .ToListAsync(cancel);
        if (versions.Find(version => version.Number == number) is not { } wanted)
            return NotFound();
        Version = wanted;
        Newest = await books.Readable().Where(recipe => recipe.Id == id).Select(recipe => recipe.Published).SingleAsync(cancel);
        await lists.LoadAsync(cancel);
        if (versions.Find(version => version.Number == number - 1) is { } before)
            Changes = RecipeFields.Between(before.Content, wanted.Content, lists, t);
        return Page();
    }
}
