using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access.Team;

/// <summary>One colleague: what she is here, and a way back in when she lost hers.</summary>
[Authorize(Policy = Policies.People), AsksAgain(Only = "Roles")]
[About(Subject.Work)]
public sealed class PersonModel(
    TeamScope team,
    Invitations invitations,
    InvitationMail mail,
    NestwerkDb db,
    AuditTrail audit,
    Actor actor,
    HouseClock clock,
    T t
) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid House { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Role> Roles { get; set; } = [];

    /// <summary>What binds her; it limits what she may open of families.</summary>
    [BindProperty]
    public Secrecy Secrecy { get; set; }

    public Person Person { get; private set; } = null!;
    public IdentityUser<Guid>? Account { get; private set; }
    public List<Appointment> Posts { get; private set; } = [];
    public bool HasOtherAdmin { get; private set; }
    public bool MayRestore { get; private set; }

    public bool IsSelf => Id == actor.PersonId;
    public bool MayChange => !(IsSelf && HasOtherAdmin);
    public IReadOnlyList<Role> Giveable => RoleChange.ToGive(actor);
    public string HouseName => team.Houses().First(house => house.Id == House).Name;
    public IEnumerable<Appointment> Held => Posts.Where(post => post.HoldsOn(clock.Today)).OrderBy(post => post.Role);
    public IEnumerable<Appointment> Past =>
        Posts.Where(post => !post.HoldsOn(clock.Today) && post.Until >= post.From).OrderByDescending(post => post.Until);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        Roles = [.. Held.Select(post => post.Role)];
        Secrecy = Person.Secrecy;
        return Page();
    }

    public async Task<IActionResult> OnPostRolesAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        if (!ModelState.Takes(t, RoleChange.Problems(Roles, [.. Held.Select(post => post.Role)], IsSelf, HasOtherAdmin)))
            return Page();
        var (ends, begins) = RoleChange.Between(Posts, Roles, Giveable, clock.Today);
        foreach (var post in ends)
            post.EndOn(clock.Today.AddDays(-1));
        foreach (var role in begins)
            db.Add(Appointment.Beginning(Id, House, role, clock.Today));
        if (ends.Count + begins.Count > 0)
            audit.Wrote("person.roles-changed", Id);
        if (Person.Secrecy != Secrecy)
        {
            Person.Secrecy = Secrecy;
            audit.Wrote("person.secrecy-changed", Id);
        }
        return Redirect("/people");
    }

    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || IsSelf || !MayRestore || !Held.Any() || Account?.Email is not { } address)
            return NotFound();
        var (invitation, code) = await invitations.RestoreAsync(House, Person, address, cancel);
        mail.TellOwner(invitation);
        return CodeView.Show(this, new(invitation, code, IsMailed: false));
    }

    public override async Task<IActionResult> ShowAgainAsync() => await LoadAsync(HttpContext.RequestAborted) ? Page() : NotFound();

    async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await team.FindAsync(House, Id, cancel) is not { } found)
            return false;
        (Person, Account, Posts) = found;
        MayRestore = await team.MayRestoreAsync(Id, cancel);
        HasOtherAdmin = await team.HasOtherAdminAsync(House, Id, cancel);
        return true;
    }
}
