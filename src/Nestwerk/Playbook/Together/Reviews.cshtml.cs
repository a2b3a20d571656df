using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;

namespace Nestwerk.Playbook.Together;

/// <summary>The drafts that wait for a second reader, and those that came back.</summary>
[Authorize(Policy = Policies.Editors)]
public sealed class ReviewsModel(Reviews reviews, Colleagues colleagues) : PageModel
{
    public IReadOnlyList<ReviewLine> ForMe { get; private set; } = [];
    public IReadOnlyList<ReviewLine> Others { get; private set; } = [];
    public IReadOnlyList<ReviewLine> Returned { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var waiting = await reviews.WaitingAsync(cancel);
        ForMe = [.. waiting.Where(line => line.MayApprove)];
        Others = [.. waiting.Where(line => !line.MayApprove)];
        Returned = await reviews.ReturnedAsync(cancel);
        Names = await colleagues.NamesAsync([.. waiting.Concat(Returned).Select(line => line.Request.ProposedBy).Distinct()], cancel);
    }
}
