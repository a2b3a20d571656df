using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families.Knowing;
using Nestwerk.Shared;

namespace Nestwerk.Families.Moving;

/// <summary>An enrolment turns out to be of a family that is known: what is kept of both becomes one.</summary>
[Authorize(Policy = Policies.Families)]
[About(Subject.Family)]
public sealed class JoinModel(Circles circles, AuditTrail audit, Moves moves, FamilyScope scope, FamilyKeys keys, Actor actor, T t)
    : CirclePage(circles, audit)
{
    readonly Circles all = circles;

    /// <summary>The person of the small file.</summary>
    [BindProperty]
    public Guid? Other { get; set; }

    /// <summary>Who of this family that is; null for somebody new.</summary>
    [BindProperty]
    public Guid? Same { get; set; }

    [BindProperty]
    public Evidence? How { get; set; }

    public IReadOnlyList<FamilyMember> Small { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Members =>
        [
            .. Circle.Members.Select(member => new SelectListItem(member.NameIn(Circle.Seal), $"{member.Id}")),
            new SelectListItem(t["move.somebodyNew"], ""),
        ];

    protected override IEnumerable<Guid> Shown => Small.Select(each => each.FamilyId).Append(Family);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (Small.FirstOrDefault(each => each.Id == Other) is not { } other)
            ModelState.AddModelError(nameof(Other), t["move.problem.other"]);
        else if (How is not { } how)
            ModelState.AddModelError(nameof(How), t["consent.problem.how"]);
        else if (await all.FindAsync(other.FamilyId, cancel) is null || (Same is not null && Circle.Find(Same) is null))
            return NotFound();
        else
        {
            var same = Same is { } known ? new Dictionary<Guid, Guid> { [other.Id] = known } : [];
            await moves.JoinAsync(other.FamilyId, Family, same, how, cancel);
            return Redirect(Links.Who(Family, "joined"));
        }
        return Page();
    }

    /// <summary>Parents of the other small files she may see.</summary>
    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var mine = scope
            .Of<FamilyMember>(actor, Act.Write, Purpose.CoordinateTrajectory)
            .Union(scope.Of<FamilyMember>(actor, Act.Read, Purpose.DeliverGroup));
        var files = moves.Small();
        Small = await mine.Where(each => each.FamilyId != Family && files.Any(file => file.FamilyId == each.FamilyId)).ToListAsync(cancel);
        Small = [.. Small.Where(each => each is { IsParent: true, LeftAt: null })];
        var seals = await keys.OfAsync([.. Small.Select(each => each.FamilyId)], cancel);
        Others = [.. Small.Select(each => new SelectListItem(each.NameIn(seals[each.FamilyId]), $"{each.Id}")).OrderBy(each => each.Text)];
        return true;
    }
}
