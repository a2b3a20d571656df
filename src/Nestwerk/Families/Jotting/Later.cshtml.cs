using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Families.Known;

namespace Nestwerk.Families.Jotting;

/// <summary>What was kept for later, without a note: asked, or never again.</summary>
[Authorize(Policy = Policies.Families), About(Subject.Family)]
public sealed class LaterModel(FamilyReading reading, AuditTrail audit, FamilyPages pages, Noting noting) : FamilyForm(reading, audit)
{
    [BindProperty]
    public NoteForm Input { get; set; } = new();

    public IReadOnlyList<ToAsk> Later { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(DataClasses.Contact | DataClasses.Needs, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await FindAsync(cancel))
            return NotFound();
        noting.Answer(Later, Input.Asked, Input.Declined);
        return Redirect(Links.Family(Family));
    }

    protected override async Task<bool> FindMoreAsync(CancellationToken cancel)
    {
        Later = await pages.LaterAsync(Open, cancel);
        return true;
    }
}
