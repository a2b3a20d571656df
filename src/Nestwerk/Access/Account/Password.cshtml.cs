using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Nestwerk.Access.SignIn;
using Nestwerk.Access.Team;
using Nestwerk.Shared;

namespace Nestwerk.Access.Account;

/// <summary>Another password. The old one is asked, and every other session ends.</summary>
[EnableRateLimiting(AccessServices.SignInLimit)]
public sealed class PasswordModel(Factors factors, Sessions sessions, Credentials credentials, NestwerkOptions options, Actor actor, T t)
    : AccountPage(factors, sessions)
{
    [BindProperty]
    public string? Old { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public async Task<IActionResult> OnGetAsync() => await StopAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await StopAsync() is { } stop)
            return stop;
        var problems = PasswordRules
            .Problems(nameof(Password), Password, Account.Email ?? "", actor.Name, options.Name, Old ?? "")
            .ToList();
        if (problems.Count == 0 && Password != Again)
            problems.Add(new(nameof(Again), "password.differs"));
        if (await credentials.ByPasswordAsync(Account.Email ?? "", Old ?? "", cancel) is null)
            problems.Insert(0, new(nameof(Old), "password.oldWrong"));
        if (!ModelState.Takes(t, problems, root: ""))
            return Page();
        await Factors.SetPasswordAsync(Account, Password!, Method, cancel);
        return Redirect("/account");
    }
}
