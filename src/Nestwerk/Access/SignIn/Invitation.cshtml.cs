using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Nestwerk.Access.Team;
using Nestwerk.Shared;

namespace Nestwerk.Access.SignIn;

/// <summary>Honours a code: somebody new chooses a password, somebody who lost hers chooses another, a colleague of elsewhere comes in.</summary>
[AllowAnonymous, EnableRateLimiting(AccessServices.SignInLimit)]
public sealed class InvitationModel(Invitations invitations, Sessions sessions, NestwerkOptions options, T t) : PageModel
{
    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public Invitation? Open { get; private set; }
    public bool IsDone { get; private set; }

    public void OnGet() { }

    /// <summary>Shows what the code opens; nothing is kept yet.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } open && !await invitations.AsksPasswordAsync(open))
        {
            await invitations.AcceptAsync(open, password: null, cancel);
            IsDone = true;
        }
        return Page();
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } open)
            return Page();
        var problems = PasswordRules.Problems(nameof(Password), Password, Address ?? "", open.Name, options.Name).ToList();
        if (problems.Count == 0 && Password != Again)
            problems.Add(new(nameof(Again), "password.differs"));
        if (!ModelState.Takes(t, problems, root: ""))
            return Page();
        if (await invitations.AcceptAsync(open, Password, cancel) is { } account)
            await sessions.BeginAsync(account, SessionClaims.Password, cancel);
        return Redirect("/account");
    }

    async Task<Invitation?> FindAsync(CancellationToken cancel)
    {
        Open = await invitations.FindAsync(Address, Code, cancel);
        if (Open is null)
            ModelState.AddModelError("", t["invitation.wrong"]);
        return Open;
    }
}
