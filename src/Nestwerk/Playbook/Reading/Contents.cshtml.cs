using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Reading;

/// <summary>What stands in an open book, by theme.</summary>
[AllowAnonymous, SameForEverybody, OutputCache(PolicyName = "Public")]
[About(Subject.Book)]
public sealed class ContentsModel(OpenBooks books, Lists lists) : ReadingPage(books)
{
    public IReadOnlyList<Chapter> Chapters { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        var versions = await Books.Sessions(Id).AsNoTracking().ToListAsync(cancel);
        Chapters = Playbook.Chapters.Of(versions, (await lists.LoadAsync(cancel)).Themes, Languages.Current);
        return Page();
    }

    public string Anchor(Chapter chapter) => $"theme-{chapter.Theme?.Id}";
}
