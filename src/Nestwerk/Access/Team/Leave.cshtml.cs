using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Shared;

namespace Nestwerk.Access.Team;

/// <summary>Somebody stops working here: first what she leaves behind, then her roles end, at once.</summary>
[Authorize(Policy = Policies.People)]
[About(Subject.Work)]
public sealed class LeaveModel(
    TeamScope team,
    IEnumerable<IHandOver> belongings,
    Colleagues colleagues,
    UserManager<IdentityUser<Guid>> users,
    AuditTrail audit,
    HouseClock clock,
    T t
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid House { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Who takes over; empty when it stays with the organisation, to be read and copied.</summary>
    [BindProperty]
    public Guid? To { get; set; }

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<string> Leaves { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Takers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } found)
            return NotFound();
        if (To is { } to && !Takers.Any(taker => taker.Value == to.ToString()))
            ModelState.AddModelError(nameof(To), t["form.invalid"]);
        if (!ModelState.IsValid)
            return Page();
        foreach (var each in belongings)
            if (To is { } taker)
                await each.HandAsync(Id, taker, House, cancel);
        foreach (var post in found.Posts.Where(post => post.HoldsOn(clock.Today)))
            post.EndOn(clock.Today.AddDays(-1));
        if (found.Account is { } account)
            await users.UpdateSecurityStampAsync(account);
        audit.Wrote("person.left", Id);
        return Redirect("/people");
    }

    async Task<(Person Person, IdentityUser<Guid>? Account, List<Appointment> Posts)?> FindAsync(CancellationToken cancel)
    {
        if (await team.FindAsync(House, Id, cancel) is not { } found || !found.Posts.Exists(post => post.HoldsOn(clock.Today)))
            return null;
        Person = found.Person;
        if (!await team.HasOtherAdminAsync(House, Id, cancel))
            ModelState.AddModelError("", t["team.problem.lastAdmin"]);
        var leaves = new List<string>();
        foreach (var each in belongings)
            if (await each.CountAsync(Id, House, cancel) is > 0 and var count)
                leaves.Add(t.Count(each.Text, count));
        Leaves = leaves;
        Takers = [.. (await colleagues.AtAsync(House, Id, cancel)).Select(each => new SelectListItem(each.Name, each.Id.ToString()))];
        return found;
    }
}
