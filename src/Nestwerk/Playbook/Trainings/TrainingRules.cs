using Nestwerk.Shared;

namespace Nestwerk.Playbook.Trainings;

public enum TrainingState
{
    Never,
    Valid,

    /// <summary>Still valid, for sixty days at most.</summary>
    Soon,
    Lapsed,
}

/// <summary>A training that a session, or its book, asks for, with what those who give the meeting have.</summary>
/// <param name="Asker">The title of the session or book that asks.</param>
/// <param name="Training">The title of the training.</param>
/// <param name="RenewAfterMonths">Null when once is enough.</param>
/// <param name="Followed">The last day on which each of those who give the meeting followed it; who never did is not in it.</param>
public sealed record TrainingFact(Words Asker, Words Training, int? RenewAfterMonths, IReadOnlyList<DateOnly> Followed);

/// <summary>Whether a training that was followed still counts. Pure.</summary>
public static class TrainingRules
{
    public const int DaysAhead = 60;
    public const int MostMonths = 120;

    /// <summary>The last day on which it counts; null when it counts for ever.</summary>
    public static DateOnly? RenewBy(DateOnly followed, int? renewAfterMonths) =>
        renewAfterMonths is { } months ? followed.AddMonths(months) : null;

    public static TrainingState State(DateOnly? followed, int? renewAfterMonths, DateOnly today) =>
        followed is not { } day ? TrainingState.Never
        : RenewBy(day, renewAfterMonths) is not { } until ? TrainingState.Valid
        : until < today ? TrainingState.Lapsed
        : until <= today.AddDays(DaysAhead) ? TrainingState.Soon
        : TrainingState.Valid;

    /// <summary>What the composer says: a warning when nobody who gives the meeting holds a training, a hint when it lapses before its day. Never a lock.</summary>
    public static IEnumerable<Finding> Look(IEnumerable<TrainingFact> facts, DateOnly? meeting, DateOnly today)
    {
        foreach (var fact in facts)
        {
            var until = fact.Followed.Select(day => RenewBy(day, fact.RenewAfterMonths) ?? DateOnly.MaxValue).ToList();
            var longest = until.Count == 0 ? DateOnly.MinValue : until.Max();
            if (longest < today)
                yield return new(Weight.Warning, "training", fact.Asker, fact.Training);
            else if (meeting is { } day && longest < day)
                yield return new(Weight.Hint, "trainingLapses", fact.Asker, fact.Training, longest);
        }
    }

    /// <summary>The findings of a plan and those of its trainings, the gravest first as always.</summary>
    public static IReadOnlyList<Finding> With(this IEnumerable<Finding> findings, IEnumerable<Finding> more) =>
        [.. findings.Concat(more).OrderBy(finding => finding.Weight)];
}
