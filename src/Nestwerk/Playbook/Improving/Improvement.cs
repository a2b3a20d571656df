namespace Nestwerk.Playbook.Improving;

/// <summary>A remark about a recipe, brought to its editors. What they said about it are dated verdicts; the last one holds.</summary>
public sealed class Improvement
{
    public required Guid Id { get; init; }
    public required Guid RecipeId { get; init; }

    /// <summary>The version it is about.</summary>
    public required int RecipeNumber { get; init; }

    /// <summary>The meeting it came from, if it came from one.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>The house it comes from. Editors see the house, not the facilitator.</summary>
    public required Guid OrganisationId { get; init; }
    public required Guid ProposedBy { get; init; }
    public required DateTime ProposedAt { get; init; }
    public required string Text { get; init; }

    /// <summary>The version that takes it up and names it.</summary>
    public int? MadeIn { get; set; }
    public List<Verdict> Verdicts { get; } = [];

    public Verdict? Last => Verdicts.MaxBy(verdict => verdict.Number);

    public ImprovementState State =>
        MadeIn is not null ? ImprovementState.Made
        : Last is not { } last ? ImprovementState.Open
        : last.Ruling == Ruling.Accepted ? ImprovementState.Accepted
        : ImprovementState.Declined;

    /// <summary>The editors decide, or decide otherwise than before. What a version already took up stands.</summary>
    /// <returns>Whether there was something to decide.</returns>
    public bool Decide(Ruling ruling, string answer, Guid by, DateTime now)
    {
        if (MadeIn is not null || (Last is { } last && last.Ruling == ruling && last.Answer == answer))
            return false;
        Verdicts.Add(
            new()
            {
                Number = (Last?.Number ?? 0) + 1,
                Ruling = ruling,
                Answer = answer,
                By = by,
                At = now,
            }
        );
        return true;
    }

    /// <summary>A version takes it up; only what was accepted can be.</summary>
    public bool TakeUp(int version)
    {
        if (State != ImprovementState.Accepted)
            return false;
        MadeIn = version;
        return true;
    }
}

public enum Ruling
{
    Accepted,
    Declined,
}

/// <summary>What the editors decided, with an answer to whoever brought it.</summary>
public sealed class Verdict
{
    public Guid ImprovementId { get; init; }
    public required int Number { get; init; }
    public required Ruling Ruling { get; init; }
    public required string Answer { get; init; }
    public required Guid By { get; init; }
    public required DateTime At { get; init; }
}

public enum ImprovementState
{
    Open,
    Accepted,
    Declined,
    Made,
}
