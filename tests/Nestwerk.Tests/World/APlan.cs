using Nestwerk.Playbook;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.World;

/// <summary>Makes meeting plans: the facilitator's, in Ninove, unless a test says otherwise.</summary>
public static class APlan
{
    public static MeetingPlan By(Inhabitant author, PlanFacts? facts = null, Place? at = null, params Inhabitant[] with)
    {
        var plan = new MeetingPlan
        {
            Id = Ids.New(),
            OrganisationId = (at ?? author.Duties[0].At).Id,
            AuthorId = author.Id,
        };
        plan.CoFacilitators.AddRange(with.Select(person => new CoFacilitator { PersonId = person.Id }));
        plan.Begin(facts ?? Facts(), ManualTime.Start.UtcDateTime);
        return plan;
    }

    /// <summary>An evening meeting next week for ten expectant parents.</summary>
    public static PlanFacts Facts(string title = "Dinsdagavond") =>
        new()
        {
            Title = title,
            Audience = Audience.Pregnancy,
            People = 10,
            Date = new(2027, 3, 16),
            Start = new(19, 0),
            WantedMinutes = 105,
        };

    public static MeetingPlan With(this MeetingPlan plan, params Recipe[] recipes)
    {
        foreach (var recipe in recipes)
            plan.Add(PlanBlock.Of(recipe.Newest()), ManualTime.Start.UtcDateTime);
        return plan;
    }

    public static MeetingPlan With(this MeetingPlan plan, BlockKind kind, string title, int minutes)
    {
        var block = PlanBlock.Of(kind, title);
        block.Minutes = minutes;
        plan.Add(block, ManualTime.Start.UtcDateTime);
        return plan;
    }
}
