using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;

namespace Nestwerk.Playbook.Together;

/// <summary>The books that ask her house to own them too.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class AskedModel(Owning owning) : PageModel
{
    public IReadOnlyList<AskedHouse> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Waiting = await owning.WaitingForMeAsync(cancel);

    public async Task<IActionResult> OnPostAsync(Guid invitation, bool yes, CancellationToken cancel)
    {
        if (!await owning.AnswerAsync(invitation, yes, cancel))
            return NotFound();
        return Redirect(yes && owning.MayEdit ? Links.Books : TogetherLinks.Asked);
    }
}
