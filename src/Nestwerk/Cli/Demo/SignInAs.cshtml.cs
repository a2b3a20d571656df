using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families;

namespace Nestwerk.Cli.Demo;

/// <summary>Makes the visitor an invented person, without a password.</summary>
[AllowAnonymous, OwnTransactions]
public sealed class SignInAsModel(NestwerkDb db, DemoMode mode, Sessions sessions, DemoParents parents) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken cancel)
    {
        if (!mode.IsOpenTo(HttpContext) || await AccountOfAsync(person, cancel) is not { } account)
            return NotFound();
        var actor = await sessions.BeginAsync(account, SessionClaims.Demo, cancel) ?? Actor.Nobody;
        var seesMeetings = AccessPolicy.Reach(actor, DataClass.Working, Act.Read).Length > 0;
        return Redirect(
            actor.Is(Role.CareWorker) ? Links.Caseload
            : seesMeetings ? "/playbook/plans"
            : "/playbook"
        );
    }

    /// <summary>A parent, on her own page.</summary>
    public async Task<IActionResult> OnPostParentAsync(Guid parent, CancellationToken cancel) =>
        mode.IsOpenTo(HttpContext) && await parents.BeAsync(parent, HttpContext, cancel) ? Redirect(Links.MyPage) : NotFound();

    Task<IdentityUser<Guid>?> AccountOfAsync(Guid person, CancellationToken cancel) =>
        (
            from row in db.Set<Person>()
            join account in db.Users on row.AccountId equals account.Id
            where row.Id == person
            select account
        ).SingleOrDefaultAsync(cancel);
}
