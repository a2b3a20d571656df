using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Knowing;

/// <summary>Names somebody who may not know: a worker, a whole organisation, or somebody of the family itself.</summary>
[Authorize(Policy = Policies.Families)]
[About(Subject.Family)]
public sealed class ExcludeModel(Circles circles, AuditTrail audit, Exclusions exclusions, Holders holders, T t)
    : CirclePage(circles, audit)
{
    [BindProperty]
    public Guid? Whom { get; set; }

    /// <summary>About whom; null for everything of the family.</summary>
    [BindProperty]
    public Guid? Member { get; set; }

    [BindProperty]
    public Guid AskedBy { get; set; }

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    protected override bool NeedsCare => false;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (Whom is not { } whom || Choices.All(choice => choice.Value != $"{whom}"))
            ModelState.AddModelError(nameof(Whom), t["knows.problem.whom"]);
        else if (Member == whom)
            ModelState.AddModelError(nameof(Whom), t["knows.problem.self"]);
        else if (!MayAsk())
            ModelState.AddModelError(nameof(AskedBy), t["knows.problem.asked"]);
        else
        {
            await exclusions.PlaceAsync(Circle, Member, AskedBy, whom, cancel);
            return Redirect(Links.Who(Family, "excluded"));
        }
        return Page();
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var people = await holders.PeopleAsync(Circle.Facts.ControllerId, anyone: true, cancel);
        var houses = await holders.OrganisationsAsync(Circle.Facts.ControllerId, cancel);
        Choices =
        [
            .. Circle.Parents.Select(member => new SelectListItem(t["knows.ofFamily", member.NameIn(Circle.Seal)], $"{member.Id}")),
            .. people.Concat(houses).Select(each => new SelectListItem(each.Name, $"{each.Id}")),
        ];
        Members =
        [
            .. Circle.Members.Select(member => new SelectListItem(member.NameIn(Circle.Seal), $"{member.Id}")),
            new SelectListItem(t["knows.everything"], ""),
        ];
        Parents = [.. Circle.Parents.Select(member => new SelectListItem(member.NameIn(Circle.Seal), $"{member.Id}"))];
        return true;
    }

    /// <summary>Each decides for herself, and who speaks for a child for the child; about all of the family any parent can say so.</summary>
    bool MayAsk() => Member is { } member ? Circle.MaySpeak(AskedBy, member) : Circle.Find(AskedBy) is { IsParent: true };
}
