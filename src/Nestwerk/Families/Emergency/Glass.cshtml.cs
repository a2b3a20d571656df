using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Emergency;

/// <summary>Looks at a family without standing beside it, because it cannot wait. What is not found, or not hers to look at, is answered alike.</summary>
[Authorize(Policy = Policies.Families)]
public sealed class GlassModel(Glass glass, GlassNotice notice, Sessions sessions, Actor actor, T t) : FormPage
{
    const int FewestLetters = 10;
    const int MostLetters = 1000;

    /// <summary>A number or an address she is reached by.</summary>
    [BindProperty]
    public string? Reached { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The month of birth that goes with the name.</summary>
    [BindProperty]
    public DateOnly? Month { get; set; }

    [BindProperty]
    public GlassReason? Reason { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>It led to nothing she may see.</summary>
    public bool FoundNothing { get; private set; }

    public IActionResult OnGet() =>
        !actor.Is(Role.CareWorker) ? NotFound()
        : IsProved ? Page()
        : Redirect($"/account/confirm?return={Links.BreakGlass}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!actor.Is(Role.CareWorker) || !IsProved)
            return NotFound();
        if (!ModelState.Takes(t, Problems(), root: ""))
            return Page();
        if (!await glass.IsTooOftenAsync(cancel) && await glass.LookUpAsync(Reached, Name, Month, cancel) is { } family)
        {
            await glass.BreakAsync(family, Reason!.Value, Why!.Trim(), cancel);
            await notice.SendAsync(family, cancel);
            return Redirect(Links.Home(family));
        }
        FoundNothing = true;
        return Page();
    }

    public override Task<IActionResult> ShowAgainAsync() => Task.FromResult<IActionResult>(Page());

    bool IsProved => sessions.IsFresh(User) || User.HasClaim(SessionClaims.Method, SessionClaims.Demo);

    IEnumerable<Problem> Problems()
    {
        if (string.IsNullOrWhiteSpace(Reached) && (string.IsNullOrWhiteSpace(Name) || Month is null))
            yield return new(nameof(Reached), "glass.problem.whom");
        if (Reason is null)
            yield return new(nameof(Reason), "glass.problem.reason");
        if ((Why?.Trim().Length ?? 0) is < FewestLetters or > MostLetters)
            yield return new(nameof(Why), "glass.problem.why");
    }
}
