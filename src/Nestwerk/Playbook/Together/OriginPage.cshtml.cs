using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Together;

/// <summary>What changed in the origin of an adapted recipe since the version it follows.</summary>
[Authorize(Policy = Policies.Editors)]
[About(Subject.Book)]
public sealed class OriginPageModel(Origins origins, BookScope books, Lists lists, AuditTrail audit, T t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Recipe Recipe { get; private set; } = null!;
    public Origin Origin { get; private set; } = null!;
    public string ChangeNote { get; private set; } = "";
    public IReadOnlyList<Compared> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        await lists.LoadAsync(cancel);
        var followed = await origins.VersionAsync(Origin.From, Origin.Number, cancel);
        var newest = await origins.VersionAsync(Origin.From, Origin.Newest, cancel);
        if (followed is null || newest is null)
            return NotFound();
        ChangeNote = newest.ChangeNote;
        Changes = Comparison.Between(followed.Content, newest.Content, lists, t);
        return Page();
    }

    /// <param name="seen">The number of the newest version on the page she read.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IActionResult> OnPostAsync(int seen, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || seen > Origin.Newest)
            return NotFound();
        if (seen > Origin.Number)
        {
            Recipe.OriginNumber = seen;
            audit.Wrote("recipe.origin-seen", Id);
        }
        return Redirect(Links.Recipe(Id));
    }

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await books.ChangeAsync(Id, cancel) is not { DeletedAt: null } recipe)
            return false;
        if (await origins.OfAsync(recipe, cancel) is not { Title: not null } origin)
            return false;
        (Recipe, Origin) = (recipe, origin);
        return true;
    }
}
