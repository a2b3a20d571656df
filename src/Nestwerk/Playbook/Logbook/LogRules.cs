using Nestwerk.Playbook.Live;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Logbook;

/// <summary>What a log begins with and what cannot be kept in it. Pure.</summary>
public static class LogRules
{
    public const int MostText = 2000;

    /// <summary>A sentence, not a story.</summary>
    public const int MostWhy = 400;
    public const int MostPeople = 500;

    /// <summary>So many minutes more or fewer are not worth a word.</summary>
    public const int Slack = 5;

    /// <summary>The log before anything is said: everything as planned, or, after a live run, what its clock measured.</summary>
    /// <param name="plan">The plan, laid out.</param>
    /// <param name="measured">Minutes per block as they went, 0 for what was left out; null when nothing was measured.</param>
    public static IEnumerable<LoggedBlock> Begin(PlanView plan, IReadOnlyDictionary<Guid, int>? measured) =>
        plan.Blocks.Select(timed => timed.View).Select((view, place) => Begin(view, place, measured));

    /// <summary>What the clock of a live run measured, once it ended: minutes per block, 0 for what did not come.</summary>
    public static IReadOnlyDictionary<Guid, int>? Measured(RunState? run) =>
        run is { EndedAt: not null }
            ? run.Blocks.ToDictionary(block => block.Id, block => block.Phase == RunPhase.Done ? block.TookMinutes : 0)
            : null;

    /// <summary>What can be said of a block from its minutes alone.</summary>
    public static Outcome Judge(int planned, int done) =>
        done == 0 && planned > 0 ? Outcome.LeftOut
        : Math.Abs((long)done - planned) > Slack ? Outcome.Different
        : Outcome.AsPlanned;

    public static IEnumerable<Problem> Look(MeetingLog log, DateOnly today)
    {
        if (log.HeldOn > today)
            yield return new(nameof(log.HeldOn), "log.future");
        if (log.People is < 0 or > MostPeople)
            yield return new(nameof(log.People), "form.range", 0, MostPeople);
        if (log.Worked.Length > MostText)
            yield return new(nameof(log.Worked), "form.tooLong", MostText, log.Worked.Length);
        if (log.NextTime.Length > MostText)
            yield return new(nameof(log.NextTime), "form.tooLong", MostText, log.NextTime.Length);
        foreach (var block in log.Blocks)
        {
            if (block.Done is < 0 or > RecipeRules.MostMinutes)
                yield return new(Field(block, nameof(block.Done)), "form.range", 0, RecipeRules.MostMinutes);
            if (block.Why.Length > MostWhy)
                yield return new(Field(block, nameof(block.Why)), "form.tooLong", MostWhy, block.Why.Length);
        }
    }

    static string Field(LoggedBlock block, string name) => $"Blocks[{block.Position}].{name}";

    static LoggedBlock Begin(BlockView view, int place, IReadOnlyDictionary<Guid, int>? measured)
    {
        var done = measured?.GetValueOrDefault(view.Id, view.Minutes) ?? view.Minutes;
        var outcome = Judge(view.Minutes, done);
        return new()
        {
            BlockId = view.Id,
            Position = place,
            Kind = view.Block.Kind,
            RecipeId = view.Block.RecipeId,
            RecipeNumber = view.Block.RecipeNumber,
            Title = view.Recipe is { } recipe && view.Block.Text.Title.Length == 0 ? recipe.Title : new(view.Block.Text.Title, null, null),
            Planned = view.Minutes,
            Done = done,
            Outcome = outcome,
            Cause = outcome == Outcome.AsPlanned || measured is null ? null : Cause.Time,
        };
    }
}
