using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Playbook.Library;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Paper;

/// <summary>
/// A booklet by theme, in a language of choice: of one book (<c>?book=</c>), of chosen sessions (<c>?recipe=…&amp;recipe=…</c>),
/// or of what the filter of the library leaves.
/// </summary>
[Authorize(Policy = Policies.Staff)]
public sealed class BookletModel(BookScope books, Booklets booklets) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public LibraryFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "recipe")]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "book")]
    public Guid? Book { get; set; }

    [BindProperty(SupportsGet = true, Name = "lang")]
    public string? Asked { get; set; }

    public Booklet Booklet { get; private set; } = null!;
    public string Language => Asked is null ? Languages.Current : Languages.Known(Asked);

    /// <summary>The library as it was filtered.</summary>
    public string Back => Links.Library + QueryString.Create(Filter.Query().Select(Field));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var versions = Filter.Apply(Book is { } book ? books.InUse(book) : books.InUse());
        if (Chosen.Count > 0)
            versions = versions.Where(version => Chosen.Contains(version.RecipeId));
        Booklet = await booklets.MakeAsync(versions, Language, cancel);
    }

    /// <summary>The same booklet in another language.</summary>
    public string In(string language) =>
        Links.Booklet
        + QueryString.Create(
            Filter
                .Query()
                .Select(Field)
                .Concat(Chosen.Select(recipe => Field(("recipe", recipe.ToString()))))
                .Concat(Book is { } book ? [Field(("book", book.ToString()))] : [])
                .Append(Field(("lang", language)))
        );

    static KeyValuePair<string, string?> Field((string Name, string Value) field) => KeyValuePair.Create(field.Name, (string?)field.Value);
}
