using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>A book that anybody may read.</summary>
/// <param name="Contact">Who answers questions about it; null when nobody does.</param>
public sealed record OpenBook(Guid Id, Words Title, IReadOnlyList<string> Owners, Colleague? Contact);

/// <summary>The way to books for whoever passes by: only what its owners opened, and of that only what is published and in use.</summary>
public sealed class OpenBooks(NestwerkDb db, BookScope books, Colleagues colleagues)
{
    public Task<List<Book>> AllAsync(CancellationToken cancel) => Open().OrderBy(book => book.OpenedAt).ToListAsync(cancel);

    /// <returns>Null for a closed book as for one that never was.</returns>
    public async Task<OpenBook?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await Open().Include(book => book.Owners).SingleOrDefaultAsync(book => book.Id == id, cancel) is not { } found)
            return null;
        var owners = found.Owners.Select(owner => owner.OrganisationId).ToList();
        var names = await db.Set<Organisation>()
            .Where(organisation => owners.Contains(organisation.Id))
            .OrderBy(organisation => organisation.Name)
            .Select(organisation => organisation.Name)
            .ToListAsync(cancel);
        return new(id, found.Title, names, await ContactAsync(found.ContactId, owners, cancel));
    }

    /// <summary>The newest version of every session of a book.</summary>
    public IQueryable<RecipeVersion> Sessions(Guid book) => books.InUse(book);

    /// <summary>Somebody who stopped working at an owner answers no more questions.</summary>
    async Task<Colleague?> ContactAsync(Guid? contact, List<Guid> owners, CancellationToken cancel) =>
        contact is { } id ? (await colleagues.WorkingAtAsync(owners, cancel)).FirstOrDefault(person => person.Id == id) : null;

    IQueryable<Book> Open() => db.Set<Book>().AsNoTracking().Where(book => book.OpenedAt != null);
}
