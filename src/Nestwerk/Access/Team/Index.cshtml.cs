using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Shared;

namespace Nestwerk.Access.Team;

public sealed record House(Guid Id, string Name, IReadOnlyList<Member> Members, IReadOnlyList<Invitation> Invited)
{
    public IEnumerable<Member> Now => Members.Where(member => member.Roles.Count > 0);

    public IEnumerable<Member> Former => Members.Where(member => member.Roles.Count == 0);
}

/// <summary>Who works here, and who is on her way.</summary>
[Authorize(Policy = Policies.People)]
public sealed class IndexModel(TeamScope team, HouseClock clock, AuditTrail audit) : PageModel
{
    public List<House> Houses { get; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        foreach (var (id, name) in team.Houses())
            Houses.Add(new(id, name, await team.MembersAsync(id, cancel), await team.OpenInvitationsAsync(id, cancel)));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel)
    {
        if (await team.InvitationAsync(id, cancel) is not { } invitation)
            return NotFound();
        if (invitation.IsOpen(clock.Utc))
        {
            invitation.Withdraw(clock.Utc);
            audit.Wrote("invitation.withdrawn", id);
        }
        return RedirectToPage();
    }
}
