using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Compose;

/// <summary>Who is coming, how long, where and when: now, later or never.</summary>
[Authorize(Policy = Policies.Meetings)]
[About(Subject.Work)]
public sealed class FactsModel(PlanScope plans, Colleagues colleagues, Lists lists, HouseClock clock, AuditTrail audit, T t) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PlanForm Input { get; set; } = new();

    [BindProperty]
    public long Revision { get; set; }

    /// <summary>The people who make it with her.</summary>
    [BindProperty]
    public List<Guid> With { get; set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public Lists Lists => lists;

    public static IEnumerable<SelectListItem> Kinds(T t) =>
        Enum.GetValues<MeetingKind>().Select(kind => new SelectListItem(t[$"kind.{kind}"], kind.ToString()));

    public static IEnumerable<SelectListItem> Audiences(T t) =>
        Enum.GetValues<Audience>()
            .Select(audience => new SelectListItem(t[$"audience.{audience}"], audience.ToString()))
            .Prepend(new(t["facts.open"], ""));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } plan)
            return NotFound();
        Input = PlanForm.Of(plan.Facts);
        With = [.. plan.CoFacilitators.Select(person => person.PersonId)];
        Revision = plan.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } plan)
            return NotFound();
        var facts = Input.Facts(lists.Settings.Select(setting => setting.Id));
        if (!ModelState.Takes(t, facts.Problems()))
            return Page();
        if (plan.Revision != Revision)
            return ShowBoth(plan, facts);
        plan.Describe(facts, clock.Utc);
        if (plan.ShareWith(With.Intersect(Colleagues.Select(person => person.Id)), clock.Utc))
            audit.Wrote("plan.shared", plan.Id);
        return Redirect(Links.Plan(Id));
    }

    public override async Task<IActionResult> ShowAgainAsync() => await LoadAsync(HttpContext.RequestAborted) is null ? NotFound() : Page();

    public override async Task<IActionResult> ShowBothAsync() =>
        await LoadAsync(HttpContext.RequestAborted) is { } plan
            ? ShowBoth(plan, Input.Facts(lists.Settings.Select(setting => setting.Id)))
            : NotFound();

    PageResult409 ShowBoth(MeetingPlan plan, PlanFacts mine)
    {
        Differences = Difference.Between(PlanText.Of(plan.Facts, lists, t), PlanText.Of(mine, lists, t));
        Revision = plan.Revision;
        ModelState.Remove(nameof(Revision));
        ModelState.AddModelError("", t["form.stale"]);
        return new(this);
    }

    async Task<MeetingPlan?> LoadAsync(CancellationToken cancel)
    {
        if (await plans.ChangeAsync(Id, cancel) is not { } plan)
            return null;
        await lists.LoadAsync(cancel);
        Colleagues = await colleagues.AtAsync(plan.OrganisationId, plan.AuthorId, cancel);
        return plan;
    }
}
