using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Playbook.Live;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Logbook;

/// <summary>Writes down how a meeting went. What it begins with is what was planned, so that "as planned" is one press.</summary>
[Authorize(Policy = Policies.Meetings)]
[About(Subject.Work)]
public sealed class WriteModel(
    NestwerkDb db,
    PlanScope plans,
    LogScope logs,
    RunDesk runs,
    Actor actor,
    HouseClock clock,
    AuditTrail audit,
    T t
) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public LogForm Input { get; set; } = new();

    [BindProperty]
    public long Revision { get; set; }

    public MeetingPlan Plan { get; private set; } = null!;

    /// <summary>What the form writes about: the kept log, or a new one.</summary>
    public MeetingLog Log { get; private set; } = null!;
    public bool IsNew { get; private set; }
    public bool GaveIt => Log.Of(actor.PersonId) is not null;
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public IEnumerable<SelectListItem> Causes =>
        Enum.GetValues<Cause>().Select(cause => new SelectListItem(t[$"log.cause.{cause}"], cause.ToString())).Prepend(new("–", ""));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        Input = LogForm.Of(Log, actor.PersonId);
        Revision = Log.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        var before = LogText.Of(Log, t).ToList();
        var stale = Log.Revision != Revision;
        Input.WriteTo(Log);
        if (!ModelState.Takes(t, [.. LogRules.Look(Log, clock.Today), .. OfMine()]))
            return Page();
        if (stale)
            return ShowBoth(before);
        Keep();
        return Redirect(LogLinks.Log(Id) + "?kept=true");
    }

    public override async Task<IActionResult> ShowAgainAsync() => await FindAsync(HttpContext.RequestAborted) ? Page() : NotFound();

    public override async Task<IActionResult> ShowBothAsync()
    {
        if (!await FindAsync(HttpContext.RequestAborted))
            return NotFound();
        var before = LogText.Of(Log, t).ToList();
        Input.WriteTo(Log);
        return ShowBoth(before);
    }

    void Keep()
    {
        Log.ChangedAt = clock.Utc;
        Log.Revision++;
        Reflect();
        if (IsNew)
            db.Add(Log);
        audit.Wrote(IsNew ? "log.written" : "log.changed", Id);
    }

    void Reflect()
    {
        var text = LogForm.Clean(Input.Mine);
        if (Log.Of(actor.PersonId) is { } mine && mine.Text != text)
            (mine.Text, mine.At) = (text, clock.Utc);
    }

    IEnumerable<Problem> OfMine()
    {
        if (LogForm.Clean(Input.Mine).Length is > LogRules.MostText and var length)
            yield return new(nameof(Input.Mine), "form.tooLong", LogRules.MostText, length);
    }

    PageResult409 ShowBoth(IReadOnlyList<(string, string)> before)
    {
        Differences = Difference.Between(before, LogText.Of(Log, t));
        Revision = Log.Revision;
        ModelState.Remove(nameof(Revision));
        ModelState.AddModelError("", t["form.stale"]);
        return new(this);
    }

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await plans.ChangeAsync(Id, cancel) is not { DeletedAt: null } plan)
            return false;
        Plan = plan;
        var kept = await logs.ChangeAsync(plan, cancel);
        (IsNew, Log) = (kept is null, kept ?? await BeginAsync(plan, cancel));
        return true;
    }

    async Task<MeetingLog> BeginAsync(MeetingPlan plan, CancellationToken cancel)
    {
        var view = (await runs.ReadAsync(plan.Id, cancel))!;
        var began = view.Run is { } run ? DateOnly.FromDateTime(clock.Local(run.StartedAt)) : plan.Date;
        var log = new MeetingLog
        {
            PlanId = plan.Id,
            OrganisationId = plan.OrganisationId,
            WrittenBy = actor.PersonId,
            WrittenAt = clock.Utc,
            HeldOn = began is { } day && day <= clock.Today ? day : clock.Today,
        };
        log.GivenBy(plan, clock.Utc);
        log.Blocks.AddRange(LogRules.Begin(view.Plan, LogRules.Measured(view.State)));
        return log;
    }
}
