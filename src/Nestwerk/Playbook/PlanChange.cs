namespace Nestwerk.Playbook;

/// <summary>One change of a plan, with everything that stood before it.</summary>
public sealed class PlanChange
{
    public Guid PlanId { get; init; }
    public required int Number { get; init; }
    public required string What { get; init; }
    public required DateTime At { get; init; }
    public required PlanSnapshot Before { get; init; }

    /// <summary>The next change of a plan, made before it is changed.</summary>
    public static PlanChange Of(MeetingPlan plan, string what, DateTime now) =>
        new()
        {
            Number = plan.Changes.Count == 0 ? 1 : plan.Changes.Max(change => change.Number) + 1,
            What = what,
            At = now,
            Before = PlanSnapshot.Of(plan),
        };
}

/// <summary>A plan as it stood at one moment.</summary>
public sealed record PlanSnapshot(PlanFacts Facts, IReadOnlyList<BlockSnapshot> Blocks)
{
    public static PlanSnapshot Of(MeetingPlan plan) =>
        new(
            plan.Facts,
            [
                .. plan.InOrder()
                    .Select(block => new BlockSnapshot(
                        block.Id,
                        block.Kind,
                        block.RecipeId,
                        block.RecipeNumber,
                        block.Minutes,
                        block.LockedStart,
                        block.Text
                    )),
            ]
        );

    /// <summary>Puts the plan back as it was. Blocks that still exist are changed in place, so that their rows stay the same rows.</summary>
    public void Restore(MeetingPlan plan)
    {
        plan.PutBack(Facts);
        plan.Blocks.RemoveAll(block => Blocks.All(was => was.Id != block.Id));
        for (var place = 0; place < Blocks.Count; place++)
        {
            var was = Blocks[place];
            var block = plan.Find(was.Id) ?? was.Again(plan);
            (block.Position, block.Minutes, block.LockedStart) = (place, was.Minutes, was.LockedStart);
            (block.RecipeNumber, block.Text) = (was.RecipeNumber, was.Text);
        }
    }
}

public sealed record BlockSnapshot(
    Guid Id,
    BlockKind Kind,
    Guid? RecipeId,
    int? RecipeNumber,
    int Minutes,
    TimeOnly? LockedStart,
    BlockText Text
)
{
    public PlanBlock Again(MeetingPlan plan)
    {
        var block = new PlanBlock
        {
            Id = Id,
            Kind = Kind,
            RecipeId = RecipeId,
            RecipeNumber = RecipeNumber,
            Minutes = Minutes,
        };
        plan.Blocks.Add(block);
        return block;
    }
}
