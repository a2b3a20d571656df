using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Together;

/// <summary>Makes a recipe of her own out of one in the library; it remembers where it came from.</summary>
[Authorize(Policy = Policies.Editors)]
[About(Subject.Book)]
public sealed class AdaptModel(NestwerkDb db, BookScope books, Actor actor, HouseClock clock, AuditTrail audit, T t) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? Book { get; set; }

    public RecipeVersion Version { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Books { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        ModelState.Clear();
        if (Book is not { } book || Books.All(each => each.Value != book.ToString()))
        {
            ModelState.AddModelError(nameof(Book), t["form.invalid"]);
            return Page();
        }
        var recipe = new Recipe
        {
            Id = Ids.New(),
            BookId = book,
            OriginId = Id,
            OriginNumber = Version.Number,
        };
        recipe.Rewrite(Version.Content with { Attachments = [] }, actor.PersonId, clock.Utc);
        db.Add(recipe);
        audit.Wrote("recipe.adapted", recipe.Id);
        return Redirect(Links.Recipe(recipe.Id, "edit"));
    }

    public override async Task<IActionResult> ShowAgainAsync() => await FindAsync(HttpContext.RequestAborted) ? Page() : NotFound();

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        var mine = await books.EditableBooks().AsNoTracking().ToListAsync(cancel);
        var version = await db.Set<RecipeVersion>()
            .AsNoTracking()
            .Where(each => each.RecipeId == Id && each.IsNewest)
            .Where(each => books.Readable().Any(recipe => recipe.Id == each.RecipeId && recipe.DeletedAt == null))
            .SingleOrDefaultAsync(cancel);
        if (version is null || mine.Count == 0)
            return false;
        Version = version;
        Books = [.. mine.Select(book => new SelectListItem(book.Title.Here(), book.Id.ToString())).OrderBy(item => item.Text)];
        return true;
    }
}
