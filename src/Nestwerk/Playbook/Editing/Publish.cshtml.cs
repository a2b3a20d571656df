using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Playbook.Improving;
using Nestwerk.Playbook.Together;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Editing;

/// <summary>Makes the draft the newest version, with a note that says what changed.</summary>
[Authorize(Policy = Policies.Editors)]
[About(Subject.Book)]
public sealed class PublishModel(
    BookScope books,
    Reviews reviews,
    ImprovementScope improvements,
    Lists lists,
    Actor actor,
    HouseClock clock,
    AuditTrail audit,
    T t
) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PublishForm Input { get; set; } = new();

    /// <summary>The draft she looked at when she pressed.</summary>
    [BindProperty]
    public long Revision { get; set; }

    /// <summary>The remarks that this version works in.</summary>
    [BindProperty]
    public List<Guid> TakeUp { get; set; } = [];
    public Recipe Recipe { get; private set; } = null!;

    /// <summary>Remarks that were accepted and stand in no version yet.</summary>
    public IReadOnlyList<Improvement> Waiting { get; private set; } = [];

    /// <summary>What is published now; null before the first time.</summary>
    public RecipeVersion? Newest { get; private set; }
    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];
    public IReadOnlyList<Problem> Problems { get; private set; } = [];
    public ReviewNeed Need { get; private set; }

    /// <summary>This very draft was proposed and waits for its reader.</summary>
    public bool IsProposed { get; private set; }
    public bool IsSame => !Recipe.HasUnpublishedChanges(Newest?.Content);

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await ShowAgainAsync();
        if (Recipe is { Published: 0 })
            Input.Note = t["publish.firstVersion"];
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        if (IsSame)
            return Redirect(Links.Recipe(Id, "publish"));
        if (Recipe.Revision != Revision)
            return await ShowBothAsync();
        Problems = [.. RecipeRules.Publish(Recipe.Draft)];
        if (!ModelState.Takes(t, [.. Problems, .. Input.Problems()]))
            return await ShowAgainAsync();
        if (await reviews.NeedAsync(Recipe, cancel) == ReviewNeed.Reader)
        {
            await reviews.ProposeAsync(Recipe, Input.Note!.Trim(), cancel);
            return Redirect(TogetherLinks.Review(Id));
        }
        await reviews.CloseAsync(Id, cancel);
        Recipe.Publish(Input.Note!.Trim(), actor.PersonId, clock.Utc);
        audit.Wrote("recipe.published", Id);
        await improvements.TakeUpAsync(Recipe, TakeUp, cancel);
        return Redirect(Links.Recipe(Id));
    }

    public override async Task<IActionResult> ShowAgainAsync()
    {
        var cancel = HttpContext.RequestAborted;
        if (!await FindAsync(cancel))
            return NotFound();
        await lists.LoadAsync(cancel);
        Problems = [.. RecipeRules.Publish(Recipe.Draft)];
        if (Newest is not null)
            Changes = RecipeFields.Between(Newest.Content, Recipe.Draft, lists, t);
        Revision = Recipe.Revision;
        Need = await reviews.NeedAsync(Recipe, cancel);
        Waiting = Need == ReviewNeed.Reader ? [] : await improvements.WaitingAsync(Id, cancel);
        IsProposed = await reviews.NewestAsync(Id, cancel) is { Answer: null } asked && !ReviewRules.IsStale(asked, Recipe);
        return Page();
    }

    public override async Task<IActionResult> ShowBothAsync()
    {
        ModelState.AddModelError("", t["publish.stale"]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAgainAsync();
    }

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await books.ChangeAsync(Id, cancel) is not { DeletedAt: null } recipe)
            return false;
        (Recipe, Newest) = (recipe, recipe.Versions.Find(version => version.IsNewest));
        return true;
    }
}

/// <summary>The change note, as typed.</summary>
public sealed class PublishForm
{
    public string? Note { get; set; }

    public IEnumerable<Problem> Problems()
    {
        if (string.IsNullOrWhiteSpace(Note))
            yield return new(nameof(Note), "form.required");
        else if (Note.Trim().Length > RecipeRules.LineLength)
            yield return new(nameof(Note), "form.tooLong", RecipeRules.LineLength, Note.Trim().Length);
    }
}
