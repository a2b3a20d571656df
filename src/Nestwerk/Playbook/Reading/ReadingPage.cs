using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Nestwerk.Playbook.Reading;

/// <summary>A page of an open book, for anybody. A closed book is answered like one that never was.</summary>
public abstract class ReadingPage(OpenBooks books) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OpenBook Book { get; private set; } = null!;
    protected OpenBooks Books => books;

    protected async Task<bool> FindAsync(CancellationToken cancel)
    {
        var found = await books.FindAsync(Id, cancel);
        Book = found!;
        return found is not null;
    }
}
