using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Emergency;

/// <summary>One time that the glass was broken, as somebody reviews it: who, why and how much she looked, not at whom.</summary>
public sealed record GlassLine(BreakGlass Glass, string Who, string Why, int Looks, bool IsLate);

/// <summary>Reads afterwards why somebody looked without standing beside a family.</summary>
[Authorize(Policy = Policies.Reviewers)]
public sealed class ReviewModel(
    GlassReviews reviews,
    FamilyKeys keys,
    Colleagues colleagues,
    NestwerkDb db,
    AuditTrail audit,
    HouseClock clock
) : PageModel
{
    const int Newest = 50;

    public IReadOnlyList<GlassLine> Lines { get; private set; } = [];

    /// <summary>Who did it so often lately that somebody has to ask.</summary>
    public IReadOnlyList<(string Who, int Times)> Often { get; private set; } = [];

    public string At(DateTime utc) => clock.Local(utc).ToString("g", System.Globalization.CultureInfo.CurrentCulture);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var glasses = await reviews
            .Hers()
            .OrderBy(glass => glass.ReviewedAt != null)
            .ThenByDescending(glass => glass.From)
            .Take(Newest)
            .ToListAsync(cancel);
        var often = await reviews.OftenAsync(cancel);
        var names = await colleagues.NamesAsync([.. glasses.Select(glass => glass.PersonId).Concat(often.Keys).Distinct()], cancel);
        var seals = await keys.OfAsync([.. glasses.Select(glass => glass.FamilyId)], cancel);
        var looks = await LooksAsync(glasses, cancel);
        Lines =
        [
            .. glasses
                .Where(glass => seals.ContainsKey(glass.FamilyId))
                .Select(glass => new GlassLine(
                    glass,
                    names.GetValueOrDefault(glass.PersonId, ""),
                    Glass.WhyIn(glass, seals[glass.FamilyId]),
                    looks[glass.Id],
                    glass.ReviewedAt is null && glass.From + BreakGlass.ReviewWithin < clock.Utc
                )),
        ];
        Often = [.. often.Select(each => (names.GetValueOrDefault(each.Key, ""), each.Value))];
        await audit.ReadAsync("glass.review-read", glasses.Select(glass => glass.FamilyId), DataClasses.None, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel) =>
        await reviews.ReviewAsync(id, cancel) ? Redirect(Links.GlassReview) : NotFound();

    async Task<Dictionary<Guid, int>> LooksAsync(List<BreakGlass> glasses, CancellationToken cancel)
    {
        var counts = new Dictionary<Guid, int>();
        foreach (var glass in glasses)
        {
            var (who, family, from, until) = (glass.PersonId, glass.FamilyId, glass.From, glass.Until);
            counts[glass.Id] = await db.Set<AuditRow>()
                .CountAsync(row => row.OfFamily == family && row.PersonId == who && from < row.At && row.At <= until, cancel);
        }
        return counts;
    }
}
