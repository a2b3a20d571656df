using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Reading;

/// <summary>A question to the contact of a book, or of one of its sessions. Without a contact there is no such page.</summary>
[AllowAnonymous, SameForEverybody, EnableRateLimiting(AccessServices.VisitorLimit)]
[About(Subject.Book)]
public sealed class AskModel(OpenBooks books, Asking asking, T t) : ReadingPage(books)
{
    [BindProperty]
    public AskForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "recipe")]
    public Guid? Recipe { get; set; }

    /// <summary>The title of the session it is about; null for the book.</summary>
    public Words? About { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await OpenAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await OpenAsync(cancel))
            return NotFound();
        var asked = Input.ToAsked();
        if (!ModelState.Takes(t, asked.Problems()))
            return Page();
        if (string.IsNullOrEmpty(Input.Website))
            await asking.AskAsync(Book, Recipe, asked, cancel);
        return Redirect(Links.Public(Id, "thanks"));
    }

    /// <summary>A session that is not in the book leaves a question about the book.</summary>
    async Task<bool> OpenAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Book.Contact is null)
            return false;
        if (Recipe is { } recipe)
            About = await Books
                .Sessions(Id)
                .Where(version => version.RecipeId == recipe)
                .Select(version => new Words(version.Title.Nl, version.Title.Fr, version.Title.En))
                .SingleOrDefaultAsync(cancel);
        Recipe = About is null ? null : Recipe;
        return true;
    }
}

/// <summary>The question, as typed.</summary>
public sealed class AskForm
{
    public string? Name { get; set; }
    public string? Reply { get; set; }
    public string? Text { get; set; }

    /// <summary>A field nobody sees; what is filled in here was filled in by a machine.</summary>
    public string? Website { get; set; }

    public Asked ToAsked() => new((Name ?? "").Trim(), (Reply ?? "").Trim(), (Text ?? "").ReplaceLineEndings("\n").Trim());
}
