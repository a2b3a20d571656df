using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Data;

namespace Nestwerk.Access.Account;

/// <summary>A page on which a person looks after her own account.</summary>
[Authorize(Policies.Account), OwnTransactions]
public abstract class AccountPage(Factors factors, Sessions sessions) : PageModel
{
    public IdentityUser<Guid> Account { get; private set; } = null!;

    public FactorList List { get; private set; } = null!;

    /// <summary>An invented person has nothing to prove and nothing to change.</summary>
    public bool IsDemo => User.HasClaim(SessionClaims.Method, SessionClaims.Demo);

    /// <summary>Whoever has a second factor shows it again before she changes one.</summary>
    public bool MustConfirm => List.Count > 0 && !sessions.IsFresh(User);

    /// <summary>How this session was proved.</summary>
    protected string Method => User.FindFirst(SessionClaims.Method)?.Value ?? SessionClaims.Password;

    protected Factors Factors => factors;

    protected Sessions Sessions => sessions;

    protected async Task LoadAsync()
    {
        Account = await factors.AccountAsync(User);
        List = await factors.ListAsync(Account);
    }

    /// <returns>Where to go first; null when she may change her factors now.</returns>
    protected async Task<IActionResult?> StopAsync()
    {
        await LoadAsync();
        if (IsDemo)
            return Redirect("/account");
        return MustConfirm ? RedirectToPage("/Access/Account/Confirm", new { @return = Request.Path.Value }) : null;
    }
}
