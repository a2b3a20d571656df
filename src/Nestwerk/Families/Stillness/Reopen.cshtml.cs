using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families.Knowing;

namespace Nestwerk.Families.Stillness;

/// <summary>She wants things to come again. Here also stands how she wanted it told.</summary>
[Authorize(Policy = Policies.Families)]
[About(Subject.Family)]
public sealed class ReopenModel(Circles circles, AuditTrail audit, Losses losses, NestwerkDb db) : CirclePage(circles, audit)
{
    public IReadOnlyList<(Loss Kind, string? Words)> Kept { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        await losses.ReopenAsync(Family, cancel);
        return Redirect(Links.Who(Family, "open"));
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var rows = await db.Set<Quiet>()
            .Where(each => each.FamilyId == Family && each.ReopenedAt == null)
            .OrderBy(each => each.Since)
            .ToListAsync(cancel);
        Kept = [.. rows.Select(each => (each.KindIn(Circle.Seal), each.WordsIn(Circle.Seal)))];
        return Kept.Count > 0;
    }
}
