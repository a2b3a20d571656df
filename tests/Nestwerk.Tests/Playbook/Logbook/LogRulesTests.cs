using Nestwerk.Playbook;
using Nestwerk.Playbook.Logbook;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook.Logbook;

/// <summary>What a log begins with, and what its minutes say.</summary>
[Trait("Row", "A12")]
public sealed class LogRulesTests
{
    [Theory]
    [InlineData(30, 30, Outcome.AsPlanned)]
    [InlineData(30, 35, Outcome.AsPlanned)]
    [InlineData(30, 25, Outcome.AsPlanned)]
    [InlineData(30, 36, Outcome.Different)]
    [InlineData(30, 24, Outcome.Different)]
    [InlineData(30, 0, Outcome.LeftOut)]
    [InlineData(4, 0, Outcome.LeftOut)]
    [InlineData(0, 0, Outcome.AsPlanned)]
    public void Five_minutes_more_or_fewer_are_as_planned(int planned, int done, Outcome expected) =>
        Assert.Equal(expected, LogRules.Judge(planned, done));

    [Fact]
    public void A_log_from_paper_begins_as_planned_in_the_order_of_the_plan()
    {
        var plan = Plan();

        var blocks = LogRules.Begin(plan, null).ToList();

        Assert.Equal(plan.Blocks.Select(block => block.View.Id), blocks.Select(block => block.BlockId));
        Assert.Equal([0, 1], blocks.Select(block => block.Position));
        Assert.All(blocks, block => Assert.Equal((Outcome.AsPlanned, block.Planned, null), (block.Outcome, block.Done, block.Cause)));
    }

    [Fact]
    public void After_a_live_run_it_begins_with_what_the_clock_measured()
    {
        var plan = Plan();
        var (first, second) = (plan.Blocks[0].View.Id, plan.Blocks[1].View.Id);

        var blocks = LogRules.Begin(plan, new Dictionary<Guid, int> { [first] = 22, [second] = 0 }).ToList();

        Assert.Equal(
            [(22, Outcome.Different, Cause.Time), (0, Outcome.LeftOut, Cause.Time)],
            blocks.Select(b => (b.Done, b.Outcome, b.Cause!.Value))
        );
    }

    static PlanView Plan()
    {
        var plan = APlan.By(Everybody.Facilitator).With(BlockKind.Welcome, "Onthaal", 10).With(BlockKind.Own, "Kring", 30);
        return new(plan, [.. plan.InOrder().Select(block => new BlockView { Block = block })]);
    }
}
