using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Together;

/// <summary>The margin of a recipe: what colleagues of her house wrote beside it, and her own notes to change.</summary>
[Authorize(Policy = Policies.Meetings)]
[About(Subject.Book)]
public sealed class NotesModel(Margin margin, BookScope books, T t) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Rubric { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public Guid? House { get; set; }

    /// <summary>Her own note that she changes.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Note { get; set; }

    public Words RecipeTitle { get; private set; } = Words.None;
    public IReadOnlyList<NoteLine> Notes { get; private set; } = [];
    public NoteLine? Own => Notes.FirstOrDefault(line => line.Note.Id == Note && line.IsMine);
    public IReadOnlyList<SelectListItem> Rubrics => [.. Margin.Rubrics.Select(rubric => new SelectListItem(t[$"rubric.{rubric}"], rubric))];
    public IReadOnlyList<SelectListItem> Houses => [.. margin.Houses.Select(house => new SelectListItem(house.Name, house.Id.ToString()))];

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await ShowAgainAsync();
        if (Note is null || page is not PageResult)
            return page;
        if (Own is not { } own)
            return NotFound();
        (Text, Rubric) = (own.Note.Text, own.Note.Rubric);
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        var own = Note is { } id ? await margin.OwnAsync(Id, id, cancel) : null;
        if (Note is not null && own is null)
            return NotFound();
        var house = House ?? margin.Houses[0].Id;
        if (own is null && (margin.Houses.All(each => each.Id != house) || !Margin.Rubrics.Contains(Rubric ?? "", StringComparer.Ordinal)))
            return NotFound();
        if (!ModelState.Takes(t, Problems(), ""))
            return await ShowAgainAsync();
        if (own is null)
            margin.Write(Id, house, Rubric!, Text!.Trim());
        else
            margin.Change(own, Text!.Trim());
        return Redirect(TogetherLinks.Notes(Id));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid note, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || await margin.OwnAsync(Id, note, cancel) is not { } own)
            return NotFound();
        margin.Remove(own);
        return Redirect(TogetherLinks.Notes(Id));
    }

    public override async Task<IActionResult> ShowAgainAsync()
    {
        if (!await FindAsync(HttpContext.RequestAborted))
            return NotFound();
        Notes = await margin.OfAsync(Id, HttpContext.RequestAborted);
        return Page();
    }

    IEnumerable<Problem> Problems()
    {
        if (string.IsNullOrWhiteSpace(Text))
            yield return new(nameof(Text), "form.required");
        else if (Text.Trim().Length > Margin.NoteLength)
            yield return new(nameof(Text), "form.tooLong", Margin.NoteLength, Text.Trim().Length);
    }

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        var recipe = await books.Readable().AsNoTracking().SingleOrDefaultAsync(each => each.Id == Id && each.DeletedAt == null, cancel);
        if (recipe is null || margin.Houses.Count == 0)
            return false;
        RecipeTitle = await books.TitleAsync(recipe, cancel);
        return true;
    }
}
