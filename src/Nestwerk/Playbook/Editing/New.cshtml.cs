using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Editing;

[Authorize(Policy = Policies.Editors)]
public sealed class NewModel(NestwerkDb db, BookScope books, Lists lists, Actor actor, HouseClock clock, AuditTrail audit, T t)
    : RecipeFormPage(books, lists)
{
    /// <summary>The book it is written in. Asked only when she edits several.</summary>
    [BindProperty]
    public Guid Book { get; set; }
    public IReadOnlyList<Book> Books { get; private set; } = [];

    public Task<IActionResult> OnGetAsync()
    {
        var home = actor.Posts.First(post => post.Role == Role.LibraryEditor).OrganisationName;
        Input = RecipeForm.From(new RecipeContent { Author = home, Licence = "CC-BY-SA-4.0" });
        return ShowAgainAsync();
    }

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Books.All(book => book.Id != Book))
            return NotFound();
        Input.Tidy(await Lists.LoadAsync(cancel), new());
        var content = Input.ToContent(new());
        if (!IsSound(content, t))
            return await ShowAgainAsync();
        var recipe = new Recipe { Id = Ids.New(), BookId = Book };
        recipe.Rewrite(content, actor.PersonId, clock.Utc);
        db.Add(recipe);
        audit.Wrote("recipe.drafted", recipe.Id);
        return Redirect(Links.AfterSaving(recipe.Id, then));
    }

    protected override async Task<bool> FindAsync(CancellationToken cancel)
    {
        Books = await Scope.EditableBooks().AsNoTracking().ToListAsync(cancel);
        if (Books is [var only])
            Book = only.Id;
        return Books.Count > 0;
    }
}
