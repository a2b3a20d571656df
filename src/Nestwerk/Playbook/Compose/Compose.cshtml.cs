using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Playbook.Trainings;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Compose;

/// <summary>The composer: a meeting on one screen, changed one verb at a time.</summary>
[Authorize(Policy = Policies.Meetings)]
[About(Subject.Work)]
public sealed class ComposeModel(
    PlanScope plans,
    BookScope books,
    Actor actor,
    HouseClock clock,
    NestwerkOptions options,
    AuditTrail audit,
    Lists lists,
    TrainingScope trainings,
    T t
) : PageModel
{
    public ComposerView View { get; private set; } = null!;
    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await plans.ReadAsync(id, cancel) is { } plan ? await ShowAsync(plan, "", null, cancel) : NotFound();

    /// <param name="id">The plan.</param>
    /// <param name="verb">What to do, as one word or <c>verb:block</c> or <c>verb:block:place</c>.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string? verb, CancellationToken cancel)
    {
        if (await plans.ChangeAsync(id, cancel) is not { } plan)
            return NotFound();
        var asked = BlockVerb.Parse(verb);
        if (asked is { Name: "newer", Block: { } block } && plan.Find(block) is { RecipeId: { } recipe } old)
            await TakeNewestAsync(plan, old, recipe, cancel);
        else if (asked is null || !asked.Do(plan, clock.Utc))
            return await AnswerAsync(plan, t["compose.said.gone"], null, cancel);
        return await AnswerAsync(plan, "", asked?.Block, cancel);
    }

    /// <summary>Adds a recipe of the book, in its newest version.</summary>
    public async Task<IActionResult> OnPostAddAsync(Guid id, Guid recipe, CancellationToken cancel)
    {
        if (await plans.ChangeAsync(id, cancel) is not { } plan)
            return NotFound();
        if (await books.InUse().SingleOrDefaultAsync(version => version.RecipeId == recipe, cancel) is not { } version)
            return NotFound();
        return await AddAsync(plan, PlanBlock.Of(version), cancel);
    }

    /// <summary>Adds a block that is no recipe.</summary>
    public async Task<IActionResult> OnPostBlockAsync(Guid id, BlockKind kind, CancellationToken cancel)
    {
        if (await plans.ChangeAsync(id, cancel) is not { } plan)
            return NotFound();
        if (kind == BlockKind.Recipe || !Enum.IsDefined(kind))
            return BadRequest();
        return await AddAsync(plan, PlanBlock.Of(kind, t[$"block.{kind}"]), cancel);
    }

    /// <summary>Says the meeting is ready; with a blocking finding it answers with words, and still prints.</summary>
    public async Task<IActionResult> OnPostReadyAsync(Guid id, CancellationToken cancel)
    {
        if (await plans.ChangeAsync(id, cancel) is not { } plan)
            return NotFound();
        var view = await plans.ViewAsync(plan, cancel);
        if (view.Blocks.Count == 0 || !PlanRules.IsReady(PlanRules.Look(view, options.Balance)))
            return await AnswerAsync(plan, t["compose.said.notReady"], null, cancel);
        plan.DeclareReady(clock.Utc);
        audit.Wrote("plan.ready", plan.Id);
        return Redirect(Links.Plan(id, "runsheet") + "?ready=true");
    }

    async Task<IActionResult> AddAsync(MeetingPlan plan, PlanBlock block, CancellationToken cancel)
    {
        if (plan.Blocks.Count >= MeetingPlan.MostBlocks)
            return await AnswerAsync(plan, t["compose.said.full", MeetingPlan.MostBlocks], null, cancel);
        plan.Add(block, clock.Utc);
        return await AnswerAsync(plan, "", block.Id, cancel);
    }

    async Task TakeNewestAsync(MeetingPlan plan, PlanBlock block, Guid recipe, CancellationToken cancel)
    {
        var newest = await books.InUse().SingleOrDefaultAsync(version => version.RecipeId == recipe, cancel);
        if (newest is not null)
            plan.TakeVersion(block, newest.Number, clock.Utc);
    }

    /// <summary>With a script: the changed part of the page. Without: the page again, at the block that changed.</summary>
    async Task<IActionResult> AnswerAsync(MeetingPlan plan, string said, Guid? block, CancellationToken cancel)
    {
        var page = await ShowAsync(plan, said, block, cancel);
        if (Request.Headers.ContainsKey("HX-Request"))
            return Partial("_Plan", View);
        return said.Length > 0 ? page : Redirect(Links.Plan(plan.Id) + (block is { } at ? $"#b-{at:N}" : ""));
    }

    async Task<IActionResult> ShowAsync(MeetingPlan plan, string said, Guid? block, CancellationToken cancel)
    {
        var view = await plans.ViewAsync(plan, cancel);
        await lists.LoadAsync(cancel);
        var findings = PlanRules.Look(view, options.Balance).With(await trainings.FindingsAsync(view, cancel));
        View = new ComposerView(view, findings, options.Balance, lists)
        {
            MayChange = plans.MayChange(plan),
            IsAuthor = plan.AuthorId == actor.PersonId,
            Said = said,
            Changed = block,
        };
        return Page();
    }
}
