using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Shared;

namespace Nestwerk.Access.Team;

/// <summary>Asks somebody to come and work here.</summary>
[Authorize(Policy = Policies.People)]
public sealed class InviteModel(TeamScope team, Invitations invitations, InvitationMail mail, Actor actor, T t) : FormPage
{
    [BindProperty]
    public InviteInput Input { get; set; } = new() { Language = Languages.Current, Roles = [Role.Facilitator] };

    public IReadOnlyList<Role> Roles => RoleChange.ToGive(actor);

    public IReadOnlyList<SelectListItem> Houses => [.. team.Houses().Select(house => new SelectListItem(house.Name, house.Id.ToString()))];

    public IEnumerable<SelectListItem> Tongues => Offers.Tongues(t);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Input.Language = Languages.Known(Input.Language);
        Input.Roles = [.. Input.Roles.Intersect(Roles)];
        var house = Houses.Count == 1 ? team.Houses()[0].Id : Input.Organisation;
        if (!team.LooksAfter(house))
            return NotFound();
        if (!ModelState.Takes(t, Input.Problems()))
            return Page();
        var (invitation, code) = await invitations.InviteAsync(house, Input, Input.Roles, cancel);
        return CodeView.Show(this, new(invitation, code, mail.Send(invitation, code)));
    }

    public override Task<IActionResult> ShowAgainAsync() => Task.FromResult<IActionResult>(Page());
}
