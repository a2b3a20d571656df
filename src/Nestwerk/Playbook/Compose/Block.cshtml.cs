using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Compose;

/// <summary>One block in words and to the minute: its name, its note, its exact length and its start.</summary>
[Authorize(Policy = Policies.Meetings)]
[About(Subject.Work)]
public sealed class BlockModel(PlanScope plans, HouseClock clock, T t) : FormPage
{
    public sealed class Form
    {
        public string? Title { get; set; }
        public string? Note { get; set; }
        public int? Minutes { get; set; }
        public TimeOnly? LockedStart { get; set; }
        public Pillar? Pillar { get; set; }
        public Talks Talks { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Block { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public long Revision { get; set; }

    public BlockView View { get; private set; } = null!;
    public bool HasStart { get; private set; }
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public IEnumerable<SelectListItem> PillarChoices =>
        Pillars
            .All.Select(pillar => new SelectListItem(t[$"pillar.{pillar}"], pillar.ToString()))
            .Prepend(new(t["blockForm.noPillar"], ""));

    public IEnumerable<SelectListItem> TalksChoices =>
        Enum.GetValues<Talks>().Select(talks => new SelectListItem(t[$"talks.{talks}"], talks.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not (var plan, var block))
            return NotFound();
        Input = new()
        {
            Title = block.Text.Title,
            Note = block.Text.Note,
            Minutes = block.Minutes,
            LockedStart = block.LockedStart,
            Pillar = block.Text.Pillar,
            Talks = block.Text.Talks,
        };
        Revision = plan.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not (var plan, var block))
            return NotFound();
        var text = Text();
        if (!ModelState.Takes(t, text.Problems(block.Kind).Concat(MinutesProblem())))
            return Page();
        if (plan.Revision != Revision && block.Text != text)
            return ShowBoth(plan, block, text);
        plan.Rewrite(block, text, clock.Utc);
        plan.SetMinutes(block, Input.Minutes!.Value, clock.Utc);
        plan.Lock(block, Input.LockedStart, clock.Utc);
        return Redirect($"{Links.Plan(Id)}#b-{Block:N}");
    }

    public override async Task<IActionResult> ShowAgainAsync() => await LoadAsync(HttpContext.RequestAborted) is null ? NotFound() : Page();

    public override async Task<IActionResult> ShowBothAsync() =>
        await LoadAsync(HttpContext.RequestAborted) is (var plan, var block) ? ShowBoth(plan, block, Text()) : NotFound();

    PageResult409 ShowBoth(MeetingPlan plan, PlanBlock block, BlockText mine)
    {
        Differences = Difference.Between(
            [(t["blockForm.title"], block.Text.Title), (t["blockForm.note"], block.Text.Note)],
            [(t["blockForm.title"], mine.Title), (t["blockForm.note"], mine.Note)]
        );
        Revision = plan.Revision;
        ModelState.Remove(nameof(Revision));
        ModelState.AddModelError("", t["form.stale"]);
        return new(this);
    }

    BlockText Text() =>
        new()
        {
            Title = (Input.Title ?? "").Trim(),
            Note = (Input.Note ?? "").ReplaceLineEndings("\n").Trim(),
            Pillar = Input.Pillar,
            Talks = Input.Talks,
        };

    IEnumerable<Problem> MinutesProblem()
    {
        if (Input.Minutes is not (>= 0 and <= RecipeRules.MostMinutes))
            yield return new(nameof(Form.Minutes), "form.range", 0, RecipeRules.MostMinutes);
    }

    async Task<(MeetingPlan Plan, PlanBlock Block)?> LoadAsync(CancellationToken cancel)
    {
        if (await plans.ChangeAsync(Id, cancel) is not { } plan || plan.Find(Block) is not { } block)
            return null;
        View = (await plans.ViewAsync(plan, cancel)).Blocks.Single(each => each.View.Id == Block).View;
        HasStart = plan.Facts.Start is not null;
        return (plan, block);
    }
}
