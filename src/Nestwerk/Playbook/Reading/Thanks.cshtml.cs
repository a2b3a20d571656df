using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Reading;

/// <summary>After a question: who answers it.</summary>
[AllowAnonymous, SameForEverybody, OutputCache(PolicyName = "Public")]
[About(Subject.Book)]
public sealed class ThanksModel(OpenBooks books) : ReadingPage(books)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await FindAsync(cancel) && Book.Contact is not null ? Page() : NotFound();
}
