using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families.Rights;
using Nestwerk.Shared;

namespace Nestwerk.Families.Officer;

/// <summary>One case. While it is open the officer reads what is kept of that family, and each time it is written down.</summary>
[Authorize(Policy = Policies.Officer), AsksAgain(Only = "Do"), About(Subject.Work)]
public sealed class CaseModel(
    NestwerkDb db,
    Restrictions restrictions,
    CaseRequests requests,
    OfficerDesk desk,
    FamilyScope scope,
    FamilyKeys keys,
    RowReading reading,
    Actor actor,
    AuditTrail audit,
    HouseClock clock,
    T t
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OfficerCase Case { get; private set; } = null!;

    /// <summary>What was asked, while the case is open; null when it is about something else.</summary>
    public CaseRequest? Asked { get; private set; }
    public IReadOnlyList<ExtractPart> Parts { get; private set; } = [];

    /// <summary>Whether something of this family is put aside: only here it can be taken up again.</summary>
    public bool IsAside { get; private set; }
    public DateTime Now => clock.Utc;
    public string Until => t.FullDay(Case.ConfirmedAt!.Value.AddDays(OfficerCase.Days));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await desk.CaseAsync(Id, cancel) is not { } found)
            return NotFound();
        Case = found;
        Asked = await requests.FindAsync(found, cancel);
        IsAside = Case.IsOpen(clock.Utc) && await Aside(found.OfFamily).AnyAsync(cancel);
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

    public async Task<IActionResult> OnPostDoAsync(DataClass? corrected, CancellationToken cancel)
    {
        if (await desk.CaseAsync(Id, cancel) is not { } found || await requests.FindAsync(found, cancel) is not { } asked)
            return NotFound();
        var proof = await requests.DoAsync(asked, corrected, cancel);
        return Redirect(proof is null ? Links.Case(Id) : Links.Erased(proof.Id));
    }

    public async Task<IActionResult> OnPostLiftAsync(CancellationToken cancel)
    {
        if (await desk.CaseAsync(Id, cancel) is not { } found || !found.IsOpen(clock.Utc))
            return NotFound();
        foreach (var each in await Aside(found.OfFamily).ToListAsync(cancel))
            restrictions.Lift(each);
        return Redirect(Links.Case(Id));
    }

    public string StateOf(SubjectRequest request) =>
        request.DoneAt is { } done ? t["rights.state.done", t.FullDay(done)]
        : request.CancelledAt is { } stopped ? t["rights.state.cancelled", t.FullDay(stopped)]
        : t["rights.state.due", t.FullDay(request.At), t.FullDay(request.DueAt)];

    IQueryable<Restriction> Aside(Guid family)
    {
        var now = clock.Utc;
        return db.Set<Restriction>().Where(each => each.FamilyId == family && (each.Until == null || now < each.Until));
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
                .Select(table => new ExtractPart(table.Table.Name, t[$"register.name.{table.Table.Type.Name}"], table.Items)),
        ];
        await audit.ReadAsync("case.read", [family], DataClasses.Whole, cancel);
    }
}
