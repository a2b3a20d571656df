using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>The way to recipes: everyone on the staff reads what is published, an editor reads and changes her own books.</summary>
public sealed class BookScope(NestwerkDb db, Actor actor)
{
    /// <summary>The newest version of every recipe in use.</summary>
    public IQueryable<RecipeVersion> InUse() =>
        from version in db.Set<RecipeVersion>()
        join recipe in db.Set<Recipe>() on version.RecipeId equals recipe.Id
        where version.IsNewest && recipe.ArchivedAt == null && recipe.DeletedAt == null
        select version;

    /// <summary>Every recipe in use, as far as it must be known to fill up a meeting. Their texts stay where they are.</summary>
    public async Task<IReadOnlyList<CompletionCandidate>> CandidatesAsync(IReadOnlySet<Guid> doneBefore, CancellationToken cancel) =>
        await InUse()
            .AsNoTracking()
            .Select(version => new CompletionCandidate(
                version.RecipeId,
                new(version.Know, version.Do, version.Feel),
                version.Goals,
                doneBefore.Contains(version.RecipeId)
            )
            {
                GroupSize = new(version.GroupMin, version.GroupMax),
                Audience = version.Audience,
                Settings = version.Settings,
            })
            .ToListAsync(cancel);

    /// <summary>The same of one book.</summary>
    public IQueryable<RecipeVersion> InUse(Guid book) =>
        InUse().Where(version => db.Set<Recipe>().Any(recipe => recipe.Id == version.RecipeId && recipe.BookId == book));

    /// <summary>Whether she has a book to write in. Most people have no such role, and then nothing is asked.</summary>
    public async Task<bool> MayWriteAsync(CancellationToken cancel) =>
        AccessPolicy.Reach(actor, DataClass.Public, Act.Write).Length > 0 && await EditableBooks().AnyAsync(cancel);

    public IQueryable<Book> EditableBooks()
    {
        var organisations = AccessPolicy.Reach(actor, DataClass.Public, Act.Write);
        return db.Set<Book>().Where(book => book.Owners.Any(owner => organisations.Contains(owner.OrganisationId)));
    }

    /// <summary>The recipes of her books, deleted ones included so that they can come back.</summary>
    public IQueryable<Recipe> Editable() => db.Set<Recipe>().Where(recipe => EditableBooks().Any(book => book.Id == recipe.BookId));

    /// <summary>Published, or her own to edit; deleted only for its editors.</summary>
    public IQueryable<Recipe> Readable() =>
        db.Set<Recipe>()
            .Where(recipe => (recipe.Published > 0 && recipe.DeletedAt == null) || EditableBooks().Any(book => book.Id == recipe.BookId));

    /// <summary>The title everybody knows; that of the draft only while nothing was published.</summary>
    public async Task<Words> TitleAsync(Recipe recipe, CancellationToken cancel) =>
        await db.Set<RecipeVersion>()
            .Where(version => version.RecipeId == recipe.Id && version.IsNewest)
            .Select(version => version.Title)
            .SingleOrDefaultAsync(cancel)
        ?? recipe.Draft.Title;

    public Task<Recipe?> ChangeAsync(Guid id, CancellationToken cancel) =>
        Editable().Include(recipe => recipe.Versions).SingleOrDefaultAsync(recipe => recipe.Id == id, cancel);

    public async Task<bool> MayChangeAsync(Recipe recipe, CancellationToken cancel) =>
        await EditableBooks().AnyAsync(book => book.Id == recipe.BookId, cancel);
}
