using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Trainings;

/// <summary>Which trainings a book, or one session of it, asks for.</summary>
[Authorize(Policy = Policies.Editors)]
public sealed class AskTrainingModel(NestwerkDb db, TrainingScope scope, AuditTrail audit, T t) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Book { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Recipe { get; set; }

    [BindProperty]
    public Guid? Training { get; set; }

    public Words Asker { get; private set; } = Words.None;
    public IReadOnlyList<TrainingRow> Asked { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];
    List<TrainingAsked> rows = [];

    /// <summary>The page itself, and where she came from.</summary>
    public string Here => Book is { } book ? TrainingLinks.AskedByBook(book) : TrainingLinks.AskedByRecipe(Recipe!.Value);
    public string Back => Book is { } book ? Links.Book(book) : Links.Recipe(Recipe!.Value);

    public Task<IActionResult> OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        ModelState.Clear();
        if (Training is not { } training || Choices.All(choice => choice.Value != training.ToString()))
        {
            ModelState.AddModelError(nameof(Training), t["form.invalid"]);
            return Page();
        }
        db.Add(
            new TrainingAsked
            {
                Id = Ids.New(),
                TrainingId = training,
                BookId = Book,
                RecipeId = Recipe,
            }
        );
        audit.Wrote("training.asked", training);
        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid training, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || rows.TrueForAll(row => row.TrainingId != training))
            return NotFound();
        db.RemoveRange(rows.Where(row => row.TrainingId == training));
        audit.Wrote("training.not-asked", training);
        return Redirect(Here);
    }

    public override async Task<IActionResult> ShowAgainAsync() => await FindAsync(HttpContext.RequestAborted) ? Page() : NotFound();

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await scope.EditableTitleAsync(Book, Recipe, cancel) is not { } title)
            return false;
        Asker = title;
        rows = await scope.AskedAsync(Book, Recipe, cancel);
        var all = await scope.ListAsync(cancel);
        Asked = [.. all.Where(row => rows.Exists(each => each.TrainingId == row.Training.Id))];
        Choices =
        [
            .. all.Where(row => row.Training.RetiredAt is null && !Asked.Contains(row))
                .Select(row => new SelectListItem($"{row.Training.Title.Here()} ({row.House})", row.Training.Id.ToString())),
        ];
        return true;
    }
}
