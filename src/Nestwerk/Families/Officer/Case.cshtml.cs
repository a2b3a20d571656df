using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families.Rights;
using Nestwerk.Shared;

namespace Nestwerk.Families.Officer;

/// <summary>One case. While it is open the officer reads what is kept of that family, and each time it is written down.</summary>
[Authorize(Policy = Policies.Officer), About(Subject.Work)]
public sealed class CaseModel(
    OfficerDesk desk,
    FamilyScope scope,
    FamilyKeys keys,
    FamilyReading reading,
    Actor actor,
    AuditTrail audit,
    HouseClock clock,
    T t
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OfficerCase Case { get; private set; } = null!;
    public IReadOnlyList<ExtractPart> Parts { get; private set; } = [];
    public DateTime Now => clock.Utc;
    public string Until => t.FullDay(DateOnly.FromDateTime(clock.Local(Case.ConfirmedAt!.Value.AddDays(OfficerCase.Days))));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await desk.CaseAsync(Id, cancel) is not { } found)
            return NotFound();
        Case = found;
        if (Case.IsOpen(clock.Utc) && Case.OpenedBy == actor.PersonId)
            await ReadAsync(Case.OfFamily, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await desk.CaseAsync(Id, cancel) is not { } found)
            return NotFound();
        await desk.CloseAsync(found, cancel);
        return Redirect(Links.Officer);
    }

    async Task ReadAsync(Guid family, CancellationToken cancel)
    {
        var members = await scope
            .Of<FamilyMember>(actor, Act.Read, Purpose.SubjectRequest)
            .Where(member => member.FamilyId == family)
            .ToListAsync(cancel);
        if (members.Count == 0)
            return;
        var seal = await keys.OfAsync(family, cancel);
        var names = members.ToDictionary(member => member.Id, member => member.NameIn(seal));
        var tables = await reading.ReadAsync(family, actor, seal, names, cancel);
        Parts =
        [
            .. tables
                .Where(table => table.Items.Count > 0)
                .Select(table => new ExtractPart(table.Table.Name, FamilyReading.Words.Table(table.Table.Type), table.Items)),
        ];
        await audit.ReadAsync("case.read", [family], DataClasses.Whole, cancel);
    }
}
