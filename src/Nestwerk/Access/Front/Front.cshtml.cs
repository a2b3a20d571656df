using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Nestwerk.Shared;

namespace Nestwerk.Access.Front;

/// <summary>What this place is, for whoever passes by.</summary>
[AllowAnonymous, SameForEverybody, OutputCache(PolicyName = "Public")]
public sealed class FrontModel(IEnumerable<IPublicLinks> bringers) : PageModel
{
    public IReadOnlyList<PublicLink> Links { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var links = new List<PublicLink>();
        foreach (var bringer in bringers)
            links.AddRange(await bringer.ListAsync(cancel));
        Links = links;
    }
}
