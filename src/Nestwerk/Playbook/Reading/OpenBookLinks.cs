using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Reading;

/// <summary>The open books on the public front page.</summary>
public sealed class OpenBookLinks(OpenBooks books, T t) : IPublicLinks
{
    public async Task<IReadOnlyList<PublicLink>> ListAsync(CancellationToken cancel) =>
        [.. (await books.AllAsync(cancel)).Select(book => new PublicLink(Links.Public(book.Id), book.Title.Here(), t["read.onFront"]))];
}
