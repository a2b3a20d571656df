using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Families.Tongues;

namespace Nestwerk.Families.My;

/// <summary>Her story, told once: what she wrote, who reads which part, and room for more. Nothing has to be written.</summary>
[Authorize(Policy = Policies.Parent)]
public sealed class StoryModel(P p, MyDesk desk, MyStory story, MyChoices choices, Faces faces, AuditTrail audit) : MyPage(p, desk)
{
    IReadOnlyDictionary<Guid, Face> known = new Dictionary<Guid, Face>();
    IReadOnlyList<Party> possible = [];

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>What was just kept: a new paragraph, which nobody reads yet, or one told anew.</summary>
    [BindProperty(SupportsGet = true)]
    public What? Kept { get; set; }

    public string KeptWords => Kept == What.New ? "my.story.kept" : "my.details.kept";

    public enum What
    {
        New,
        Anew,
    }

    public IReadOnlyList<MyParagraph> Parts { get; private set; } = [];

    public int NumberOf(MyParagraph part) => Parts.ToList().IndexOf(part) + 1;

    public string NameOf(Guid id) => known.TryGetValue(id, out var face) ? face.Name : P["my.somebody"];

    public IReadOnlyList<Guid> OthersFor(MyParagraph part) =>
        [.. possible.Select(party => party.Id).Except(part.Readers.Select(yes => yes.RecipientId)).Where(id => id != part.Writer)];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await audit.ReadAsync("my.story-read", [Desk.Me.FamilyId], DataClasses.Care, cancel);
        await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Sound(Words) is not { } words)
            return await ShowAgainAsync(nameof(Words), cancel);
        return await story.AddAsync(words, cancel) ? Done(What.New) : NotFound();
    }

    /// <param name="part">Which one.</param>
    /// <param name="number">Where it stands on the page: its field is named so.</param>
    /// <param name="cancel">When to stop.</param>
    public async Task<IActionResult> OnPostChangeAsync(Guid part, int number, CancellationToken cancel)
    {
        var field = $"{nameof(Words)}{number}";
        if (Sound(Request.Form[field]) is not { } words)
            return await ShowAgainAsync(field, cancel);
        return await story.ChangeAsync(part, words, cancel) ? Done(What.Anew) : NotFound();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid part, CancellationToken cancel) =>
        await story.RemoveAsync(part, cancel) ? Redirect(Links.MyStory) : NotFound();

    public async Task<IActionResult> OnPostLetAsync(Guid part, Guid reader, CancellationToken cancel) =>
        await story.LetReadAsync(part, reader, P.Tongue.Code, cancel) ? Redirect(Links.MyStory) : NotFound();

    public async Task<IActionResult> OnPostStopAsync(Guid consent, CancellationToken cancel) =>
        await choices.StopAsync(consent, cancel) ? Redirect(Links.MyStory) : NotFound();

    static string? Sound(string? typed) =>
        typed?.ReplaceLineEndings("\n").Trim() is { Length: > 0 and <= Nestwerk.Families.Story.MostText } text ? text : null;

    RedirectResult Done(What kept) => Redirect($"{Links.MyStory}?kept={kept}");

    async Task<IActionResult> ShowAgainAsync(string field, CancellationToken cancel)
    {
        Refuse(field, "my.story.empty");
        await ShowAsync(cancel);
        return Page();
    }

    async Task ShowAsync(CancellationToken cancel)
    {
        Parts = await story.ListAsync(cancel);
        possible = await story.PossibleReadersAsync(cancel);
        known = await faces.OfAsync(
            [
                .. possible.Select(party => party.Id),
                .. Parts.SelectMany(part => part.Readers).Select(yes => yes.RecipientId),
                .. Parts.Select(part => part.Writer).OfType<Guid>(),
            ],
            cancel
        );
    }
}
