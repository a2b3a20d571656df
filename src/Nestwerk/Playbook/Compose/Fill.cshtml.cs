using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Compose;

/// <summary>"Fill it up": three proposals from the book for what is still open, each with its reasons, and one button to take one.</summary>
[Authorize(Policy = Policies.Meetings)]
[About(Subject.Work)]
public sealed class FillModel(PlanScope plans, BookScope books, Lists lists, HouseClock clock, NestwerkOptions options, T t) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The goals asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "goal")]
    public List<string> Goals { get; set; } = [];

    /// <summary>The recipes of the proposal that was taken.</summary>
    [BindProperty(Name = "recipe")]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    public long Revision { get; set; }

    public PlanView Plan { get; private set; } = null!;
    public CompletionQuestion Question { get; private set; } = null!;
    public Relaxation Relaxation { get; private set; } = Relaxation.None;
    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];
    public Reasons Reasons { get; private set; } = null!;
    public bool MayChange { get; private set; }

    /// <summary>Whether it keeps every rule already. Then no rule has to give way to add more.</summary>
    public bool IsFull { get; private set; }

    /// <summary>How many earlier meetings carry its name.</summary>
    public int MetBefore { get; private set; }
    public BalanceOptions Balance => options.Balance;
    public IEnumerable<Goal> GoalChoices => lists.Goals.Where(goal => !goal.Retired || Goals.Contains(goal.Id));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    /// <summary>Puts the chosen recipes in, as one change. What changed in the meantime is said, with new proposals.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await plans.ChangeAsync(Id, cancel) is not { DeletedAt: null } plan)
            return NotFound();
        var ids = Chosen.Distinct().Take(PlanCompletion.MostAdded + 1).ToList();
        if (ids.Count is 0 or > PlanCompletion.MostAdded)
            return BadRequest();
        var versions = await books.InUse().Where(version => ids.Contains(version.RecipeId)).ToListAsync(cancel);
        if (plan.Revision != Revision)
            return await ConflictAsync("fill.stale", cancel);
        if (versions.Count < ids.Count || plan.Blocks.Count + ids.Count > MeetingPlan.MostBlocks)
            return await ConflictAsync("fill.gone", cancel);
        var blocks = Proposal.InOrder(versions).Select(PlanBlock.Of).ToList();
        plan.Add(blocks, Proposal.Place(plan), "fill", clock.Utc);
        return Redirect($"{Links.Plan(Id)}#b-{blocks[0].Id:N}");
    }

    public override async Task<IActionResult> ShowAgainAsync() => await LoadAsync(HttpContext.RequestAborted) ? Page() : NotFound();

    public override Task<IActionResult> ShowBothAsync() => ConflictAsync("fill.stale", HttpContext.RequestAborted);

    async Task<IActionResult> ConflictAsync(string why, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        ModelState.Remove(nameof(Revision));
        ModelState.AddModelError("", t[why]);
        return new PageResult409(this);
    }

    async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await plans.ReadAsync(Id, cancel) is not { } plan)
            return false;
        await lists.LoadAsync(cancel);
        Goals = [.. lists.Goals.Select(goal => goal.Id).Where(Goals.Contains).Take(CompletionQuestion.MostGoals)];
        (Plan, MayChange, Revision) = (await plans.ViewAsync(plan, cancel), plans.MayChange(plan), plan.Revision);
        var before = await plans.DoneBeforeAsync(plan, clock.Today, cancel);
        (MetBefore, Reasons) = (before.Meetings, new(Plan, Balance, Goals, before, lists, t));
        Question = CompletionQuestion.Of(Plan, Balance, Goals);
        var answer = PlanCompletion.Propose(Question, await books.CandidatesAsync(before.Recipes, cancel));
        IsFull = PlanCompletion.IsFull(Question);
        if (IsFull && answer.Relaxation.Rule != RelaxedRule.None)
            answer = new(Relaxation.None, []);
        (Relaxation, Proposals) = (answer.Relaxation, await ProposalsAsync(answer, cancel));
        return true;
    }

    async Task<IReadOnlyList<Proposal>> ProposalsAsync(CompletionAnswer answer, CancellationToken cancel)
    {
        var ids = answer.Completions.SelectMany(completion => completion.Recipes).Distinct().ToList();
        var versions = await books
            .InUse()
            .AsNoTracking()
            .Where(version => ids.Contains(version.RecipeId))
            .ToDictionaryAsync(version => version.RecipeId, cancel);
        return
        [
            .. answer.Completions.Select(
                (completion, place) => Proposal.Of(place + 1, Plan, completion.Recipes.Select(id => versions[id]), Balance)
            ),
        ];
    }
}
