using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;

namespace Nestwerk.Playbook.Together;

/// <summary>What in her books wants to be read through, what is late first.</summary>
[Authorize(Policy = Policies.Editors)]
public sealed class ReadAgainModel(Rereading rereading) : PageModel
{
    public IReadOnlyList<RereadLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Lines = await rereading.ListAsync(cancel);
}
