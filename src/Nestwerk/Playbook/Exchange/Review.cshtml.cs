using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Playbook.Together;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Exchange;

/// <summary>What a book from elsewhere would change here, and what to do where the two do not agree.</summary>
[Authorize(Policy = Policies.Editors)]
[About(Subject.Book)]
public sealed class ReviewModel(ImportDesk desk, ImportWork work, Reviews reviews, T t) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReviewForm Input { get; set; } = new();

    /// <summary>The sum of what she looked at.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public ImportReview Review { get; private set; } = null!;
    public IReadOnlyList<(Guid Id, string Name)> Owners { get; private set; } = [];
    public IReadOnlyList<RecipeReview> Conflicts => [.. Review.With(Standing.InConflict)];
    public IReadOnlyList<WordReview> WordConflicts => [.. Review.Words.Where(word => word.IsInConflict)];
    public IEnumerable<SelectListItem> OwnerChoices => Owners.Select(owner => new SelectListItem(owner.Name, owner.Id.ToString()));

    public IEnumerable<SelectListItem> Choices(RecipeReview recipe) =>
        recipe.Choices.Select(choice => new SelectListItem(t[$"exchange.choice.{choice}"], choice.ToString()));

    public Task<IActionResult> OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (Seen != Review.Seen)
            return await ShowBothAsync();
        var owner = Owners.Count == 1 ? Owners[0].Id : Input.Owner.GetValueOrDefault();
        if (Review.Into != Into.ThisBook && !Owners.Any(each => each.Id == owner))
            ModelState.AddModelError("Input.Owner", t["form.required"]);
        if (Review.Into == Into.ThisBook && await reviews.NeedAsync(Review.Book.Book.Id, cancel) == ReviewNeed.Reader)
            ModelState.AddModelError("", t["exchange.reviewed"]);
        if (!ModelState.IsValid)
            return await ShowAgainAsync();
        if (await desk.LeaveAsync(Id, cancel) == 0) // First: of two presses at once, the second waits here and finds nothing.
            return NotFound();
        var book = await work.DoAsync(Review, Input.ToChoices(owner), cancel);
        return Redirect($"{Links.Book(book)}?saved=true");
    }

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancel) =>
        await desk.LeaveAsync(Id, cancel) == 0 ? NotFound() : Redirect(ExchangeLinks.Import);

    public override async Task<IActionResult> ShowAgainAsync()
    {
        if (!await FindAsync(HttpContext.RequestAborted))
            return NotFound();
        Input.Rows = [.. Conflicts.Select(recipe => Input.Row(recipe.Entry.Id))];
        Seen = Review.Seen;
        return Page();
    }

    public override async Task<IActionResult> ShowBothAsync()
    {
        ModelState.Clear();
        ModelState.AddModelError("", t["exchange.stale"]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAgainAsync();
    }

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await desk.LookAsync(Id, cancel) is not { } review)
            return false;
        (Review, Owners) = (review, await desk.OwnersAsync(cancel));
        return true;
    }
}

/// <summary>The choices, as made.</summary>
public sealed class ReviewForm
{
    public Guid? Owner { get; set; }
    public List<ChoiceRow> Rows { get; set; } = [];

    /// <summary>The words of lists of which she takes theirs.</summary>
    public List<string> Words { get; set; } = [];

    public ChoiceRow Row(Guid recipe) => Rows.Find(row => row.Recipe == recipe) ?? new() { Recipe = recipe };

    public ImportChoices ToChoices(Guid owner) =>
        new(
            owner,
            Rows.DistinctBy(row => row.Recipe).ToDictionary(row => row.Recipe, row => row.Choice),
            Words.ToHashSet(StringComparer.Ordinal)
        );
}

public sealed class ChoiceRow
{
    public Guid Recipe { get; set; }
    public Choice Choice { get; set; }
}
