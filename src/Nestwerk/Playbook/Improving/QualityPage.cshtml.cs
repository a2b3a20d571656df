using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Playbook.Logbook;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Improving;

/// <summary>How the sessions of a book are used and how often they go differently, as a picture and as a table.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class QualityPageModel(NestwerkDb db, Quality quality, HouseClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "book")]
    public Guid? Chosen { get; set; }

    /// <summary>Everything there is, instead of the last twelve months.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Always { get; set; }

    public IReadOnlyList<(Guid Id, Words Title)> Books { get; private set; } = [];
    public IReadOnlyList<SessionUse> Sessions { get; private set; } = [];
    public IReadOnlyList<(Cause Cause, int Times)> Causes { get; private set; } = [];
    public int Meetings { get; private set; }

    /// <summary>Those a figure may be shown of.</summary>
    public IReadOnlyList<SessionUse> Speaking => [.. Sessions.Where(use => use.Speaks)];

    /// <summary>The book as a whole; without the silent ones, or one of them could be read off by subtraction.</summary>
    public SessionUse Whole =>
        new(Guid.Empty, Speaking.Sum(use => use.Times), Speaking.Sum(use => use.Different), Speaking.Sum(use => use.LeftOut), 0);

    /// <summary>Logged, but too seldom or by one person only.</summary>
    public int Silent => Sessions.Count(use => !use.Speaks);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var all = await db.Set<Book>().AsNoTracking().Select(book => new { book.Id, book.Title }).ToListAsync(cancel);
        Books = [.. all.OrderBy(book => book.Title.Here(), StringComparer.CurrentCulture).Select(book => (book.Id, book.Title))];
        if (Books.Count == 0)
            return;
        Chosen = Books.Any(book => book.Id == Chosen) ? Chosen : await MostUsedAsync(cancel);
        var since = Always ? DateOnly.MinValue : clock.Today.AddYears(-1);
        Sessions = await quality.OfBookAsync(Chosen!.Value, since, cancel);
        Causes = await quality.CausesAsync(Chosen.Value, since, cancel);
        Meetings = await quality.MeetingsAsync(Chosen.Value, since, cancel);
    }

    async Task<Guid> MostUsedAsync(CancellationToken cancel) =>
        await db.Set<Book>()
            .OrderByDescending(book =>
                db.Set<LoggedBlock>()
                    .Count(block => db.Set<Recipe>().Any(recipe => recipe.Id == block.RecipeId && recipe.BookId == book.Id))
            )
            .ThenBy(book => book.Id)
            .Select(book => book.Id)
            .FirstAsync(cancel);
}
