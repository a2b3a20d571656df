using Nestwerk.Playbook;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

/// <summary>Plans in memory, laid out, for tests of the pure rules.</summary>
static class Plans
{
    public static readonly BalanceOptions Balance = new();
    public static readonly DateTime Now = ManualTime.Start.UtcDateTime;

    /// <summary>A meeting of one block per part: minutes of know, do and feel.</summary>
    public static PlanView Of(PlanFacts facts, params (int Know, int Do, int Feel)[] parts) =>
        View(facts, [.. parts.Select(part => Recipe(new(part.Know, part.Do, part.Feel)))]);

    public static PlanView View(PlanFacts facts, params RecipeContent[] recipes)
    {
        var plan = Empty(facts);
        var views = recipes.Select((recipe, place) => Block(plan, recipe, place)).ToList();
        return new(plan, views);
    }

    public static MeetingPlan Empty(PlanFacts? facts = null) => APlan.By(Everybody.Facilitator, facts ?? new PlanFacts());

    public static RecipeContent Recipe(PillarMinutes minutes, int talk = 0) =>
        ARecipe.Content() with
        {
            Minutes = minutes,
            Steps = [new(talk, Talks.Parents, Words.None), new(minutes.Total - talk, Talks.Facilitator, Words.None)],
            GroupSize = new(4, 14),
            Audience = Audience.Both,
        };

    public static IReadOnlyList<Finding> Look(PlanView plan) => PlanRules.Look(plan, Balance);

    public static IEnumerable<string> Codes(PlanView plan, Weight weight) =>
        Look(plan).Where(finding => finding.Weight == weight).Select(finding => finding.Code);

    static BlockView Block(MeetingPlan plan, RecipeContent recipe, int place)
    {
        var block = PlanBlock.Of(new RecipeVersion(Ids.New(), 1, recipe));
        block.Position = place;
        plan.Blocks.Add(block);
        return new() { Block = block, Recipe = recipe };
    }
}
