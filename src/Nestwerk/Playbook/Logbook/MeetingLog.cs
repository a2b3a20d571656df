using Nestwerk.Shared;

namespace Nestwerk.Playbook.Logbook;

/// <summary>What became of a meeting: block by block what was planned and done, what worked, what to change. One for each meeting.</summary>
public sealed class MeetingLog
{
    public required Guid PlanId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid WrittenBy { get; init; }
    public required DateTime WrittenAt { get; init; }
    public DateTime ChangedAt { get; set; }

    /// <summary>Counts its changes; a form that carries an older number is stale.</summary>
    public long Revision { get; set; }
    public required DateOnly HeldOn { get; set; }

    /// <summary>How many people came, as far as it was counted. Never who.</summary>
    public int? People { get; set; }
    public string Worked { get; set; } = "";
    public string NextTime { get; set; } = "";
    public List<LoggedBlock> Blocks { get; } = [];
    public List<Reflection> Reflections { get; } = [];

    /// <summary>What this person thinks back on, perhaps nothing yet; null when she did not give the meeting.</summary>
    public Reflection? Of(Guid person) => Reflections.Find(each => each.PersonId == person);

    /// <summary>Notes who gave it: they, and nobody who comes to the plan later, read each other's reflections.</summary>
    public void GivenBy(MeetingPlan plan, DateTime now)
    {
        foreach (var person in plan.CoFacilitators.Select(each => each.PersonId).Prepend(plan.AuthorId))
            Reflections.Add(
                new()
                {
                    PersonId = person,
                    Text = "",
                    At = now,
                }
            );
    }
}

public enum Outcome
{
    AsPlanned,

    /// <summary>On screen: <i>anders gelopen</i>.</summary>
    Different,
    LeftOut,
}

/// <summary>Why a block went differently, in one tap.</summary>
public enum Cause
{
    Time,
    Group,
    Mood,
    Language,
    Place,
    Material,
    Numbers,
    Other,
}

/// <summary>One block as it was planned and as it went. It keeps the version of the recipe it was given from.</summary>
public sealed class LoggedBlock
{
    public Guid PlanId { get; init; }
    public required Guid BlockId { get; init; }
    public required int Position { get; set; }
    public required BlockKind Kind { get; init; }
    public Guid? RecipeId { get; init; }
    public int? RecipeNumber { get; init; }
    public required Words Title { get; init; }

    /// <summary>Minutes.</summary>
    public required int Planned { get; set; }

    /// <summary>Minutes; 0 when it was left out.</summary>
    public required int Done { get; set; }
    public Outcome Outcome { get; set; }
    public Cause? Cause { get; set; }
    public string Why { get; set; } = "";
}

/// <summary>That somebody gave the meeting, and what she thinks back on, if she wrote it. For those who gave it together, and nobody else.</summary>
public sealed class Reflection
{
    public Guid PlanId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Text { get; set; }
    public required DateTime At { get; set; }
}
