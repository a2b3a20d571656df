using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families.Known;
using Nestwerk.Shared;

namespace Nestwerk.Families.Jotting;

/// <summary>What a family practically needs: noted, and ended when it is no longer so.</summary>
[Authorize(Policy = Policies.Families), About(Subject.Family)]
public sealed class NeedsModel(FamilyReading reading, AuditTrail audit, Noting noting, T t) : FamilyForm(reading, audit)
{
    [BindProperty]
    public string? Text { get; set; }

    public IReadOnlyList<PracticalNeed> Needs { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(DataClasses.Contact | DataClasses.Needs, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        var text = Clean(Text);
        if (!ModelState.Takes(t, TextProblems(text, nameof(Text), FamilyRules.MostLine, "need.missing"), ""))
            return Page();
        return await noting.NeedAsync(Open, Open.First, text, cancel) is null ? NotFound() : Redirect(Links.Needs(Family));
    }

    public async Task<IActionResult> OnPostEndAsync(Guid need, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await FindAsync(cancel) || Needs.FirstOrDefault(each => each.Id == need) is not { } ended)
            return NotFound();
        noting.EndNeed(ended);
        return Redirect(Links.Needs(Family));
    }

    protected override async Task<bool> FindMoreAsync(CancellationToken cancel)
    {
        Needs = await Reading.Of<PracticalNeed>(Open, Act.Write).Where(each => each.EndedAt == null).InTheirOrder().ToListAsync(cancel);
        return true;
    }
}
