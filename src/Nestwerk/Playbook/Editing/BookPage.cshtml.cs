using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Editing;

/// <summary>What a book is called, who answers questions about it, and whether anybody may read it.</summary>
[Authorize(Policy = Policies.Editors)]
[About(Subject.Book)]
public sealed class BookPageModel(NestwerkDb db, BookScope books, Colleagues colleagues, HouseClock clock, AuditTrail audit, T t) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    [BindProperty]
    public BookForm Input { get; set; } = new();

    public Book Book { get; private set; } = null!;
    public IReadOnlyList<string> Owners { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Contacts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await ShowAgainAsync();
        if (Book is not null)
            Input = BookForm.Of(Book);
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (Input.Contact is { } contact && !Contacts.Any(each => each.Value == contact.ToString()))
            ModelState.AddModelError("Input.Contact", t["form.invalid"]);
        if (!ModelState.Takes(t, Input.Problems()))
            return Page();
        Keep(Input.Title.ToWords());
        if (Input.Open != (Book.OpenedAt is not null))
            OpenOrClose();
        return Redirect($"{Links.Book(Id)}?saved=true");
    }

    public override async Task<IActionResult> ShowAgainAsync() => await FindAsync(HttpContext.RequestAborted) ? Page() : NotFound();

    void Keep(Words title)
    {
        if (Book.Title == title && Book.ContactId == Input.Contact)
            return;
        (Book.Title, Book.ContactId) = (title, Input.Contact);
        audit.Wrote("book.changed", Id);
    }

    void OpenOrClose()
    {
        Book.OpenedAt = Input.Open ? clock.Utc : null;
        audit.Wrote(Input.Open ? "book.opened" : "book.closed", Id);
    }

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await books.EditableBooks().Include(book => book.Owners).SingleOrDefaultAsync(book => book.Id == Id, cancel) is not { } found)
            return false;
        Book = found;
        var owners = found.Owners.Select(owner => owner.OrganisationId).ToList();
        Owners = await db.Set<Organisation>()
            .Where(organisation => owners.Contains(organisation.Id))
            .OrderBy(organisation => organisation.Name)
            .Select(organisation => organisation.Name)
            .ToListAsync(cancel);
        var people = await colleagues.WorkingAtAsync(owners, cancel);
        Contacts = [new(t["books.noContact"], ""), .. people.Select(person => new SelectListItem(person.Name, person.Id.ToString()))];
        return true;
    }
}

/// <summary>What is said of a book, as typed.</summary>
public sealed class BookForm
{
    public WordsForm Title { get; set; } = new();
    public Guid? Contact { get; set; }
    public bool Open { get; set; }

    public static BookForm Of(Book book) =>
        new()
        {
            Title = WordsForm.From(book.Title),
            Contact = book.ContactId,
            Open = book.OpenedAt is not null,
        };

    public IEnumerable<Problem> Problems()
    {
        var title = Title.ToWords();
        if (title.IsEmpty())
            yield return new(nameof(Title), "form.required");
        foreach (var language in Languages.All)
            if (title.Exactly(language)?.Length is { } length && length > RecipeRules.TitleLength)
                yield return new(
                    $"{nameof(Title)}.{char.ToUpperInvariant(language[0])}{language[1]}",
                    "form.tooLong",
                    RecipeRules.TitleLength,
                    length
                );
    }
}
