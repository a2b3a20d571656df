using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Together;

/// <summary>Two versions of a recipe beside each other; for its editors also the draft.</summary>
[Authorize(Policy = Policies.Staff)]
[About(Subject.Book)]
public sealed class CompareModel(NestwerkDb db, BookScope books, Lists lists, T t) : PageModel
{
    public const string Draft = "draft";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The number of a version, or <see cref="Draft"/>; the one before the newest when nothing is asked.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public Words RecipeTitle { get; private set; } = Words.None;
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];
    public IReadOnlyList<Compared> Changes { get; private set; } = [];
    public (string, string) Sides => (Name(From!), Name(To!));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var recipe = await books.Readable().AsNoTracking().SingleOrDefaultAsync(each => each.Id == Id, cancel);
        if (recipe is null)
            return NotFound();
        var mayWrite = await books.MayChangeAsync(recipe, cancel);
        var numbers = Enumerable.Range(1, recipe.Published).Reverse().Select(number => number.ToString(CultureInfo.InvariantCulture));
        Choices = [.. (mayWrite ? numbers.Prepend(Draft) : numbers).Select(choice => new SelectListItem(Name(choice), choice))];
        if (Choices.Count == 0)
            return NotFound();
        To ??= Choices[0].Value;
        From ??= Choices[Math.Min(1, Choices.Count - 1)].Value;
        if (await ContentAsync(recipe, From, cancel) is not { } before || await ContentAsync(recipe, To, cancel) is not { } after)
            return NotFound();
        await lists.LoadAsync(cancel);
        RecipeTitle = after.Title;
        Changes = Comparison.Between(before, after, lists, t);
        return Page();
    }

    string Name(string choice) => choice == Draft ? t["compare.draft"] : t["versions.number", choice];

    async Task<RecipeContent?> ContentAsync(Recipe recipe, string choice, CancellationToken cancel)
    {
        if (Choices.All(each => each.Value != choice))
            return null;
        if (choice == Draft)
            return recipe.Draft;
        var number = int.Parse(choice, CultureInfo.InvariantCulture);
        return await db.Set<RecipeVersion>()
            .Where(version => version.RecipeId == Id && version.Number == number)
            .Select(version => version.Content)
            .SingleOrDefaultAsync(cancel);
    }
}
