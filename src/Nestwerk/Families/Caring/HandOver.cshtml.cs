using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Caring;

/// <summary>Somebody else takes a place around the family; what was agreed by name is asked again.</summary>
[Authorize(Policy = Policies.Families)]
[About(Subject.Family)]
public sealed class HandOverModel(
    Circles circles,
    AuditTrail audit,
    CareTeams teams,
    Consents consents,
    Holders holders,
    HouseClock clock,
    T t
) : TeamPage(circles, audit, holders, clock, t)
{
    readonly Holders names = holders;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Relation Relation { get; private set; } = null!;
    public string Name { get; private set; } = "";

    /// <summary>What was agreed with her by name, and ends.</summary>
    public int AskedAgain { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (Read() is not var (who, said))
            return Page();
        teams.HandOver(Circle, Relation, who);
        DataClass[] classes = Notes ? [DataClass.Contact, DataClass.Care] : [DataClass.Contact];
        consents.Give(Circle, new(By, Purpose.CoordinateTrajectory, who.Holder, who.Id), said, classes);
        return Redirect(Links.Who(Family, "added"));
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var relation = Circle.Facts.Relations.FirstOrDefault(each => each.Id == Id && each.Basis == Basis.CareTeam && !IsOver(each));
        if (relation is null || !await base.LoadAsync(cancel))
            return false;
        Relation = relation;
        Name = (await names.NamesAsync([relation.HolderId], cancel)).GetValueOrDefault(relation.HolderId, "");
        AskedAgain = Circle.Facts.Consents.Count(each => each.RecipientId == relation.HolderId && !IsOver(each));
        return true;
    }

    bool IsOver(ILasting fact) => !Circle.Holds(fact, Now);

    DateTime Now { get; } = clock.Utc;
}
