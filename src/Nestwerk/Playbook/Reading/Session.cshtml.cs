using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Reading;

/// <summary>One session of an open book in full, as it was published last.</summary>
[AllowAnonymous, SameForEverybody, OutputCache(PolicyName = "Public")]
[About(Subject.Book)]
public sealed class SessionModel(OpenBooks books, Lists lists) : ReadingPage(books)
{
    public RecipeVersion Version { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid recipe, CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        var version = await Books
            .Sessions(Id)
            .AsNoTracking()
            .Include(each => each.ReadThroughs)
            .SingleOrDefaultAsync(each => each.RecipeId == recipe, cancel);
        if (version is null)
            return NotFound();
        Version = version;
        await lists.LoadAsync(cancel);
        return Page();
    }
}
