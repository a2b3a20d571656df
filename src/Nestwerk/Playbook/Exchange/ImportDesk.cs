using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Exchange;

/// <summary>Lays a file of a book beside what is here. Until she says so, nothing of it comes in.</summary>
public sealed class ImportDesk(NestwerkDb db, BookScope books, Actor actor, HouseClock clock)
{
    /// <summary>Keeps a file to look at. Whoever brings another, leaves the former.</summary>
    public async Task<(Guid Id, Problem? Problem)> BringAsync(byte[] raw, CancellationToken cancel)
    {
        if (BookReader.Read(raw, clock.Utc).Problem is { } problem)
            return (Guid.Empty, problem);
        await db.Set<ImportDraft>().Where(draft => draft.BroughtBy == actor.PersonId).ExecuteDeleteAsync(cancel);
        var draft = new ImportDraft
        {
            Id = Ids.New(),
            BroughtBy = actor.PersonId,
            BroughtAt = clock.Utc,
            Content = raw,
        };
        db.Add(draft);
        return (draft.Id, null);
    }

    /// <returns>Null for a draft of somebody else, or of the day before, as for one that never was.</returns>
    public async Task<ImportReview?> LookAsync(Guid id, CancellationToken cancel)
    {
        var since = clock.Utc - ImportDraft.Keeps;
        var draft = await db.Set<ImportDraft>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == id && each.BroughtBy == actor.PersonId && each.BroughtAt > since, cancel);
        return draft is not null && BookReader.Read(draft.Content, clock.Utc).Book is { } book
            ? ImportReview.Of(book, await HereAsync(book, cancel))
            : null;
    }

    public Task<int> LeaveAsync(Guid id, CancellationToken cancel) =>
        db.Set<ImportDraft>().Where(draft => draft.Id == id && draft.BroughtBy == actor.PersonId).ExecuteDeleteAsync(cancel);

    /// <summary>The organisations whose editor she is, by name: one of them owns a book that is new here.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OwnersAsync(CancellationToken cancel)
    {
        var reach = AccessPolicy.Reach(actor, DataClass.Public, Act.Write);
        var houses = await db.Set<Organisation>().Where(house => reach.Contains(house.Id)).OrderBy(house => house.Name).ToListAsync(cancel);
        return [.. houses.Select(house => (house.Id, house.Name))];
    }

    async Task<Here> HereAsync(BookFile book, CancellationToken cancel)
    {
        var into =
            await books.EditableBooks().AnyAsync(each => each.Id == book.Book.Id, cancel) ? Into.ThisBook
            : await db.Set<Book>().AnyAsync(each => each.Id == book.Book.Id, cancel) ? Into.CopyOfBook
            : Into.NewBook;
        var ids = book.Recipes.Select(recipe => recipe.Id).ToList();
        var recipes = await db.Set<Recipe>()
            .Include(recipe => recipe.Versions)
            .Where(recipe => ids.Contains(recipe.Id))
            .ToListAsync(cancel);
        var words = new Dictionary<(string, string), Words>();
        await AddAsync<Theme>("themes", words, cancel);
        await AddAsync<Goal>("goals", words, cancel);
        await AddAsync<Setting>("settings", words, cancel);
        return new(into, recipes.ToDictionary(recipe => recipe.Id), words);
    }

    async Task AddAsync<TEntry>(string kind, Dictionary<(string, string), Words> words, CancellationToken cancel)
        where TEntry : ListEntry
    {
        foreach (var entry in await db.Set<TEntry>().AsNoTracking().ToListAsync(cancel))
            words[(kind, entry.Id)] = entry.Name;
    }
}
