using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;

namespace Nestwerk.Playbook.Improving;

/// <summary>Remarks about sessions: for editors those to decide, for colleagues what became of their own.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class ImprovementsModel(ImprovementScope improvements, BookScope books) : PageModel
{
    /// <summary>Which state; open ones for editors, all for others, unless asked.</summary>
    [BindProperty(SupportsGet = true)]
    public ImprovementState? Show { get; set; }

    public bool Decides { get; private set; }
    public IReadOnlyList<ImprovementRow> Rows { get; private set; } = [];
    public IReadOnlyDictionary<ImprovementState, int> Counts { get; private set; } = new Dictionary<ImprovementState, int>();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Decides = await books.MayWriteAsync(cancel);
        var all = await improvements.RowsAsync(improvements.Readable(), cancel);
        Counts = all.CountBy(row => row.Improvement.State).ToDictionary();
        Rows = Show is { } state ? [.. all.Where(row => row.Improvement.State == state)] : all;
    }
}
