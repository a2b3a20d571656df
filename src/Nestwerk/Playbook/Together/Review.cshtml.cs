using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Nestwerk.Access;
using Nestwerk.Playbook.Editing;
using Nestwerk.Playbook.Improving;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Together;

/// <summary>A second editor reads a draft beside what is published, and publishes it or gives it back.</summary>
[Authorize(Policy = Policies.Editors)]
[About(Subject.Book)]
public sealed class ReviewModel(
    Reviews reviews,
    ImprovementScope improvements,
    BookScope books,
    Lists lists,
    Colleagues colleagues,
    Actor actor,
    T t
) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The proposal she looked at when she pressed.</summary>
    [BindProperty]
    public Guid Proposal { get; set; }

    [BindProperty]
    public string? Remarks { get; set; }

    /// <summary>The remarks that this version works in.</summary>
    [BindProperty]
    public List<Guid> TakeUp { get; set; } = [];

    public Recipe Recipe { get; private set; } = null!;
    public IReadOnlyList<Improvement> Waiting { get; private set; } = [];
    public ReviewRequest? Asked { get; private set; }
    public RecipeVersion? Newest { get; private set; }
    public IReadOnlyList<Compared> Changes { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public bool MayApprove { get; private set; }

    public bool IsMine => Asked?.ProposedBy == actor.PersonId;
    public bool IsStale => Asked is not null && ReviewRules.IsStale(Asked, Recipe);

    public Task<IActionResult> OnGetAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken cancel)
    {
        if (await ClaimAsync(cancel) is not { } claimed)
            return Recipe is null ? NotFound() : await ShowBothAsync();
        if (!await reviews.MayApproveAsync(claimed, Recipe, cancel))
            return NotFound();
        if (ReviewRules.IsStale(claimed, Recipe))
            return await ShowBothAsync();
        if (!ModelState.Takes(t, RecipeRules.Publish(Recipe.Draft), ""))
            return await ShowAgainAsync();
        reviews.Approve(claimed, Recipe);
        await improvements.TakeUpAsync(Recipe, TakeUp, cancel);
        return Redirect(Links.Recipe(Id));
    }

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancel)
    {
        if (await ClaimAsync(cancel) is not { } claimed)
            return Recipe is null ? NotFound() : await ShowBothAsync();
        if (!await reviews.MayApproveAsync(claimed, Recipe, cancel))
            return NotFound();
        if (!ModelState.Takes(t, Problems(), ""))
            return await ShowAgainAsync();
        reviews.Return(claimed, Remarks!.Trim());
        return Redirect(TogetherLinks.Reviews);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        if (await ClaimAsync(cancel) is not { } claimed)
            return Recipe is null ? NotFound() : await ShowBothAsync();
        if (claimed.ProposedBy != actor.PersonId)
            return NotFound();
        reviews.Withdraw(claimed);
        return Redirect(Links.Recipe(Id));
    }

    public override async Task<IActionResult> ShowAgainAsync()
    {
        var cancel = HttpContext.RequestAborted;
        if (!await FindAsync(cancel))
            return NotFound();
        if (await reviews.NewestAsync(Id, cancel) is not { } asked)
            return Page();
        Asked = asked;
        MayApprove = await reviews.MayApproveAsync(asked, Recipe, cancel);
        Waiting = MayApprove ? await improvements.WaitingAsync(Id, cancel) : [];
        Names = await colleagues.NamesAsync([.. new[] { asked.ProposedBy, asked.AnsweredBy }.OfType<Guid>()], cancel);
        await lists.LoadAsync(cancel);
        Newest = Recipe.Versions.Find(version => version.IsNewest);
        if (Newest is not null)
            Changes = Comparison.Between(Newest.Content, asked.Content, lists, t);
        return Page();
    }

    public override async Task<IActionResult> ShowBothAsync()
    {
        ModelState.AddModelError("", t["review.moved"]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAgainAsync();
    }

    IEnumerable<Problem> Problems()
    {
        if (string.IsNullOrWhiteSpace(Remarks))
            yield return new(nameof(Remarks), "review.remarksNeeded");
        else if (Remarks.Trim().Length > RecipeRules.TextLength)
            yield return new(nameof(Remarks), "form.tooLong", RecipeRules.TextLength, Remarks.Trim().Length);
    }

    async Task<ReviewRequest?> ClaimAsync(CancellationToken cancel) =>
        await FindAsync(cancel) ? await reviews.ClaimAsync(Proposal, Id, cancel) : null;

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await books.ChangeAsync(Id, cancel) is not { DeletedAt: null } recipe)
            return false;
        Recipe = recipe;
        return true;
    }
}
