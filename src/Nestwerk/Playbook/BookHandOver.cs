using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Playbook;

/// <summary>The books for which somebody who leaves answers questions: whoever takes over answers them from then on.</summary>
public sealed class BookHandOver(NestwerkDb db) : IHandOver
{
    public string Text => "books.handOver";

    public Task<int> CountAsync(Guid person, Guid organisation, CancellationToken cancel) => Of(person, organisation).CountAsync(cancel);

    public async Task HandAsync(Guid from, Guid to, Guid organisation, CancellationToken cancel)
    {
        foreach (var book in await Of(from, organisation).ToListAsync(cancel))
            book.ContactId = to;
    }

    IQueryable<Book> Of(Guid person, Guid organisation) =>
        db.Set<Book>().Where(book => book.ContactId == person && book.Owners.Any(owner => owner.OrganisationId == organisation));
}
