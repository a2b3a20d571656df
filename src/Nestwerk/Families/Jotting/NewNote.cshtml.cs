using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Jotting;

/// <summary>A contact: her words, and what was kept for this moment.</summary>
[Authorize(Policy = Policies.Families), About(Subject.Family)]
public sealed class NewNoteModel(FamilyReading reading, AuditTrail audit, FamilyPages pages, Noting noting, T t)
    : NotePage(reading, audit, t)
{
    public IReadOnlyList<ToAsk> Later { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(DataClasses.Contact | DataClasses.Needs, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (!Takes())
            return Page();
        if (await noting.NoteAsync(Open, Whom.Id, Teller, Input.Text, Input.Share, cancel) is null)
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
