using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Together;

/// <summary>A house stops owning a book: the page says what that means before it is done.</summary>
[Authorize(Policy = Policies.Editors)]
[About(Subject.Book)]
public sealed class StepOutModel(Owning owning, BookScope books, Colleagues colleagues, T t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid House { get; set; }

    public Book Book { get; private set; } = null!;
    public string HouseName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (await owning.StepOutAsync(Id, House, colleagues, cancel))
            return Redirect(Links.Library);
        ModelState.AddModelError("", t["owners.last"]);
        return Page();
    }

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (!owning.MayStepOut(House))
            return false;
        var book = await books.EditableBooks().AsNoTracking().SingleOrDefaultAsync(each => each.Id == Id, cancel);
        var owners = await owning.OwnersAsync(Id, cancel);
        if (book is null || owners.Find(each => each.Id == House) is not { } house)
            return false;
        (Book, HouseName) = (book, house.Name);
        return true;
    }
}
