using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Telling;

/// <summary>Her story as far as this worker may read it, and room for what she tells now.</summary>
[Authorize(Policy = Policies.Families), About(Subject.Family)]
public sealed class StoryModel(FamilyReading reading, AuditTrail audit, Company company, FamilyPages pages, Story story, Actor actor, T t)
    : StoryForm(reading, audit, company, actor, t)
{
    public IReadOnlyList<TextLine> Paragraphs { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(DataClasses.Contact | DataClasses.Care, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (!Takes())
            return Page();
        if (await story.AddAsync(Family, Teller.Id, Input.Text, Open.Seal, cancel) is not { } paragraph)
            return NotFound();
        await story.ChooseReadersAsync(paragraph, Chosen, Said(Teller.Id), cancel);
        return Redirect(Links.Story(Family));
    }

    protected override async Task<bool> FindMoreAsync(CancellationToken cancel)
    {
        if (!await base.FindMoreAsync(cancel) || await pages.ReadAsync(Family, cancel) is not { } view)
            return false;
        Paragraphs = view.Story;
        return true;
    }
}
