using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>A book, or what was chosen out of the library, made ready for paper.</summary>
/// <param name="Owners">The organisations that own the books it comes from.</param>
public sealed record Booklet(Words Title, IReadOnlyList<string> Owners, IReadOnlyList<Chapter> Chapters)
{
    public IReadOnlyList<BookSession> Sessions => [.. Chapters.SelectMany(chapter => chapter.Sessions)];

    /// <summary>When the newest of its sessions was published; null for an empty one.</summary>
    public DateTime? Of => Sessions.Select(session => (DateTime?)session.Version.PublishedAt).Max();

    public IEnumerable<string> Licences =>
        Sessions.Select(session => session.Content.Licence).Where(licence => licence.Length > 0).Distinct(StringComparer.Ordinal);
}

/// <summary>Makes booklets of published sessions.</summary>
public sealed class Booklets(NestwerkDb db, Lists lists)
{
    public async Task<Booklet> MakeAsync(IQueryable<RecipeVersion> versions, string language, CancellationToken cancel)
    {
        await lists.LoadAsync(cancel);
        var books = await BooksAsync(versions, cancel);
        var owners = books.SelectMany(book => book.Owners).Select(owner => owner.OrganisationId).ToList();
        return new(
            books is [var only] ? only.Title : Texts.Everything["booklet.selection"],
            await NamesAsync(owners, cancel),
            Chapters.Of(await versions.AsNoTracking().Include(version => version.ReadThroughs).ToListAsync(cancel), lists.Themes, language)
        );
    }

    Task<List<string>> NamesAsync(List<Guid> owners, CancellationToken cancel) =>
        db.Set<Organisation>()
            .Where(organisation => owners.Contains(organisation.Id))
            .OrderBy(organisation => organisation.Name)
            .Select(organisation => organisation.Name)
            .ToListAsync(cancel);

    Task<List<Book>> BooksAsync(IQueryable<RecipeVersion> versions, CancellationToken cancel)
    {
        var used = from version in versions join recipe in db.Set<Recipe>() on version.RecipeId equals recipe.Id select recipe.BookId;
        return db.Set<Book>().AsNoTracking().Include(book => book.Owners).Where(book => used.Contains(book.Id)).ToListAsync(cancel);
    }
}
