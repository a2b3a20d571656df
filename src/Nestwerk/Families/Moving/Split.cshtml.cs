using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Families.Knowing;
using Nestwerk.Shared;

namespace Nestwerk.Families.Moving;

/// <summary>One of the parents goes on in a family of her own, with what she told herself.</summary>
[Authorize(Policy = Policies.Families)]
[About(Subject.Family)]
public sealed class SplitModel(Circles circles, AuditTrail audit, Moves moves, T t) : CirclePage(circles, audit)
{
    [BindProperty]
    public Guid? Leaver { get; set; }

    /// <summary>For each child, where it belongs from now on.</summary>
    [BindProperty]
    public Dictionary<Guid, ChildGoes> Children { get; set; } = [];

    [BindProperty]
    public Evidence? How { get; set; }

    public IReadOnlyList<SelectListItem> Parents =>
        [.. Circle.Parents.Select(member => new SelectListItem(member.NameIn(Circle.Seal), $"{member.Id}"))];

    public IEnumerable<FamilyMember> Young => Circle.Members.Where(member => !member.IsParent);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (Circle.Find(Leaver) is not { IsParent: true, LeftAt: null } leaver)
            ModelState.AddModelError(nameof(Leaver), t["move.problem.leaver"]);
        else if (How is not { } how)
            ModelState.AddModelError(nameof(How), t["consent.problem.how"]);
        else
        {
            var apart = await moves.SplitAsync(Circle, leaver, Those(ChildGoes.Along), Those(ChildGoes.Both), how, cancel);
            return Redirect(Links.Who(apart, "apart"));
        }
        return Page();
    }

    protected override Task<bool> LoadAsync(CancellationToken cancel) => Task.FromResult(Circle.Parents.Count() > 1);

    Guid[] Those(ChildGoes where) =>
        [.. Young.Where(child => Children.GetValueOrDefault(child.Id, ChildGoes.Both) == where).Select(child => child.Id)];
}

public enum ChildGoes
{
    Both,
    Along,
    Stays,
}
