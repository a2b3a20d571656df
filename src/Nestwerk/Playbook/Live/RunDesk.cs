using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Live;

/// <summary>Begins a meeting, takes its presses in, and throws a run away. Who may is decided by who holds the plan.</summary>
public sealed class RunDesk(NestwerkDb db, PlanScope plans, Actor actor, HouseClock clock, AuditTrail audit, NarrowPasses passes)
{
    /// <summary>What the narrow session of a meeting is called.</summary>
    public const string Purpose = "run";

    /// <summary>More presses than any meeting has; a limit for what a broken phone can send.</summary>
    public const int MostSteps = 1000;

    /// <summary>How long the page that says how it went stays open without signing in.</summary>
    static readonly TimeSpan ToReadTheEnd = TimeSpan.FromHours(1);

    /// <summary>A plan she may read with its run; null when there is none for her.</summary>
    public async Task<RunView?> ReadAsync(Guid id, CancellationToken cancel) =>
        await plans.ReadAsync(id, cancel) is { } plan ? await SeeAsync(plan, Runs().AsNoTracking(), cancel) : null;

    /// <summary>The same to press on: hers to change, and not deleted.</summary>
    public async Task<RunView?> ChangeAsync(Guid id, CancellationToken cancel) =>
        await plans.ChangeAsync(id, cancel) is { DeletedAt: null } plan ? await SeeAsync(plan, Runs(), cancel) : null;

    public void Begin(MeetingPlan plan)
    {
        db.Add(
            new LiveRun
            {
                PlanId = plan.Id,
                StartedBy = actor.PersonId,
                StartedAt = RunClock.Moment(RunClock.Milliseconds(clock.Utc)),
            }
        );
        audit.Wrote("run.begun", plan.Id);
    }

    /// <summary>Takes presses in; those we had already count once. None is from the future, and none from before the beginning.</summary>
    public async Task TakeAsync(RunView view, IEnumerable<RunPress> presses, CancellationToken cancel)
    {
        var run = view.Run!;
        var (start, now) = (RunClock.Milliseconds(run.StartedAt), RunClock.Milliseconds(clock.Utc));
        var known = run.Steps.Select(step => step.Id).ToHashSet();
        foreach (var press in presses.Where(press => known.Add(press.Id)))
            db.Add(Step(run, press with { At = Math.Clamp(press.At, start, Math.Max(start, now)) }));
        if (view.Plan.Blocks.Count > 0)
            await CloseAsync(run, RunClock.At(view.Plan, run, clock.Utc).EndedAt, cancel);
    }

    /// <summary>Forgets that it was given, so that it can begin again.</summary>
    public async Task ClearAsync(LiveRun run, CancellationToken cancel)
    {
        db.Remove(run);
        await passes.LastUntilAsync(Purpose, run.PlanId, clock.Utc, cancel);
        audit.Wrote("run.cleared", run.PlanId);
    }

    async Task<RunView> SeeAsync(MeetingPlan plan, IQueryable<LiveRun> runs, CancellationToken cancel)
    {
        var run = await runs.SingleOrDefaultAsync(each => each.PlanId == plan.Id, cancel);
        return new(await plans.ViewAsync(plan, cancel), run, clock.Utc, plans.MayChange(plan));
    }

    IQueryable<LiveRun> Runs() => db.Set<LiveRun>().Include(run => run.Steps);

    /// <summary>Ends it, or opens it again, as its presses say.</summary>
    async Task CloseAsync(LiveRun run, long? ended, CancellationToken cancel)
    {
        DateTime? moment = ended is { } at ? RunClock.Moment(at) : null;
        if (moment == run.EndedAt)
            return;
        if (run.EndedAt is null || moment is null)
            audit.Wrote(moment is null ? "run.reopened" : "run.ended", run.PlanId);
        run.EndedAt = moment;
        if (moment is null)
            await passes.LastAgainAsync(Purpose, run.PlanId, run.StartedAt + NarrowPasses.Longest, cancel);
        else
            await passes.LastUntilAsync(Purpose, run.PlanId, clock.Utc + ToReadTheEnd, cancel);
    }

    RunStep Step(LiveRun run, RunPress press) =>
        new()
        {
            PlanId = run.PlanId,
            Id = press.Id,
            Kind = press.Kind,
            BlockId = press.Block,
            Minutes = Math.Clamp(press.Minutes, -RunClock.MostStretch, RunClock.MostStretch),
            At = RunClock.Moment(press.At),
            HeardAt = clock.Utc,
        };
}
