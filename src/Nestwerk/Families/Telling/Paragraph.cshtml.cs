using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Telling;

/// <summary>One paragraph: told anew, given to other readers, or taken out.</summary>
[Authorize(Policy = Policies.Families), About(Subject.Family)]
public sealed class ParagraphModel(FamilyReading reading, AuditTrail audit, Company company, Story story, Actor actor, T t)
    : StoryForm(reading, audit, company, actor, t)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public StoryParagraph Paragraph { get; private set; } = null!;
    IReadOnlyCollection<Guid> readers = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(DataClasses.Contact | DataClasses.Care, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (!Takes())
            return Page();
        var said = Said(Paragraph.ToldBy ?? Open.First.Id);
        await story.ChooseReadersAsync(Paragraph, [.. Chosen, .. readers.Except(Carers.Select(each => each.Id))], said, cancel);
        var toWriter = Carers.Any(each => each.Id == Paragraph.WrittenBy) ? said : null;
        return await story.RewriteAsync(Paragraph, Input.Text, Open.Seal, toWriter, cancel) is null
            ? NotFound()
            : Redirect(Links.Story(Family));
    }

    public async Task<IActionResult> OnPostOutAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await FindAsync(cancel))
            return NotFound();
        await story.TakeOutAsync(Paragraph, cancel);
        return Redirect(Links.Story(Family));
    }

    protected override async Task<bool> FindMoreAsync(CancellationToken cancel)
    {
        if (!await base.FindMoreAsync(cancel) || await story.FindAsync(Family, Id, Act.Write, cancel) is not { } paragraph)
            return false;
        Paragraph = paragraph;
        readers = [.. (await story.ReadersAsync(Family, cancel))[Id]];
        return true;
    }

    protected override void Begin() => (Input.Text, Input.Readers) = (Paragraph.TextIn(Open.Seal), [.. readers]);
}
