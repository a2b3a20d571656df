using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Knowing;

/// <summary>A page on which something is decided with a family.</summary>
public abstract class CirclePage(Circles circles, AuditTrail audit) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Family { get; set; }

    public Circle Circle { get; private set; } = null!;

    /// <summary>Whether only those who care for the family decide this.</summary>
    protected virtual bool NeedsCare => true;

    /// <summary>Every family of which the page shows something.</summary>
    protected virtual IEnumerable<Guid> Shown => [Family];

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        await audit.ReadAsync("family.limits-read", Shown, DataClasses.Contact, cancel);
        return Page();
    }

    public override async Task<IActionResult> ShowAgainAsync() => await FindAsync(HttpContext.RequestAborted) ? Page() : NotFound();

    protected async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await circles.FindAsync(Family, cancel) is not { } circle || (NeedsCare && !circle.Cares))
            return false;
        Circle = circle;
        return await LoadAsync(cancel);
    }

    /// <summary>What else the page shows.</summary>
    /// <returns>False when what its address names is not there.</returns>
    protected virtual Task<bool> LoadAsync(CancellationToken cancel) => Task.FromResult(true);
}
