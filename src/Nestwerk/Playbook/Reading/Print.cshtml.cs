using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Reading;

/// <summary>An open book as a booklet: to print, or to keep as PDF.</summary>
[AllowAnonymous, SameForEverybody, OutputCache(PolicyName = "Public")]
[About(Subject.Book)]
public sealed class PrintModel(OpenBooks books, Booklets booklets) : ReadingPage(books)
{
    public Booklet Booklet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        Booklet = await booklets.MakeAsync(Books.Sessions(Id), Languages.Current, cancel) with { Title = Book.Title, Owners = Book.Owners };
        return Page();
    }
}
