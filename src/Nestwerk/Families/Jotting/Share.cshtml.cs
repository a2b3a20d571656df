using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families.Known;

namespace Nestwerk.Families.Jotting;

/// <summary>Shares her own note with the one it is about. That cannot be taken back: she has read it.</summary>
[Authorize(Policy = Policies.Families), About(Subject.Family)]
public sealed class ShareModel(FamilyReading reading, AuditTrail audit, Noting noting, Actor actor) : FamilyForm(reading, audit)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CareNote Note { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(DataClasses.Contact | DataClasses.Care, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        noting.Share(Note);
        return Redirect(Links.Family(Family));
    }

    protected override async Task<bool> FindMoreAsync(CancellationToken cancel)
    {
        var note = await Reading
            .Of<CareNote>(Open, Act.Write)
            .SingleOrDefaultAsync(each => each.Id == Id && each.WrittenBy == actor.PersonId && each.ShownAt == null, cancel);
        Note = note!;
        return note is not null;
    }
}
