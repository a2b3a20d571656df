using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Playbook.Together;

namespace Nestwerk.Playbook.Editing;

/// <summary>The books of an editor; who has one only, goes straight to it.</summary>
[Authorize(Policy = Policies.Editors)]
public sealed class BooksModel(BookScope books, Owning owning) : PageModel
{
    public IReadOnlyList<Book> Books { get; private set; } = [];

    /// <summary>Books that ask her house to own them too.</summary>
    public IReadOnlyList<AskedHouse> Asked { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var mine = await books.EditableBooks().AsNoTracking().ToListAsync(cancel);
        Books = [.. mine.OrderBy(book => book.Title.Here(), StringComparer.CurrentCulture)];
        Asked = await owning.WaitingForMeAsync(cancel);
        return Asked.Count == 0 && Books is [var only] ? Redirect(Links.Book(only.Id)) : Page();
    }
}
