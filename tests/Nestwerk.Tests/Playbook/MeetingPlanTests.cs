using Nestwerk.Playbook;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Playbook;

public sealed class MeetingPlanTests
{
    static readonly DateTime Now = Plans.Now;

    [Fact]
    public void Whatever_was_done_can_be_undone_step_by_step_to_the_very_beginning()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 50; round++)
        {
            var plan = Plans.Empty();
            var past = new Stack<string>();
            for (var step = 0; step < 40; step++)
            {
                var before = ContentJson.Write(PlanSnapshot.Of(plan));
                var revision = plan.Revision;
                Change(plan, random);
                if (plan.Revision != revision)
                    past.Push(before);
            }

            while (past.TryPop(out var before))
            {
                Assert.NotNull(plan.Undo(Now));
                Assert.Equal(before, ContentJson.Write(PlanSnapshot.Of(plan)));
            }

            Assert.Null(plan.Undo(Now));
        }
    }

    [Fact]
    public void Moving_keeps_every_block_once_and_in_an_unbroken_order()
    {
        var plan = Five();
        var last = plan.InOrder().Last();

        plan.Move(last, 0, Now);
        plan.Move(last, 99, Now);
        plan.Move(last, -5, Now);

        Assert.Same(last, plan.InOrder().First());
        Assert.Equal([0, 1, 2, 3, 4], plan.InOrder().Select(block => block.Position));
    }

    [Fact]
    public void A_change_that_changes_nothing_leaves_no_trace()
    {
        var plan = Five();
        var (revision, changes) = (plan.Revision, plan.Changes.Count);
        var first = plan.InOrder().First();

        plan.Move(first, 0, Now);
        plan.SetMinutes(first, first.Minutes, Now);
        plan.Lock(first, null, Now);
        plan.Rewrite(first, first.Text with { }, Now);
        plan.Describe(plan.Facts with { }, Now);

        Assert.Equal((revision, changes), (plan.Revision, plan.Changes.Count));
    }

    [Theory]
    [InlineData(-30, 0)]
    [InlineData(0, 0)]
    [InlineData(9000, RecipeRules.MostMinutes)]
    public void Minutes_stay_between_none_and_four_hours(int asked, int kept)
    {
        var plan = Five();
        var block = plan.Blocks[0];

        plan.SetMinutes(block, asked, Now);

        Assert.Equal(kept, block.Minutes);
    }

    [Fact]
    public void A_meeting_given_before_lends_its_blocks_and_facts_but_not_its_day()
    {
        var given = Five();
        given.Describe(given.Facts with { Agreements = "Wat hier gezegd wordt, blijft hier.", Date = new(2027, 3, 16) }, Now);
        var plan = Plans.Empty();

        plan.CopyFrom(given, "Nog een keer", Now);

        Assert.Equal("Nog een keer", plan.Facts.Title);
        Assert.Null(plan.Date);
        Assert.Equal(
            given.InOrder().Select(block => (block.RecipeId, block.RecipeNumber, block.Minutes)),
            plan.InOrder().Select(block => (block.RecipeId, block.RecipeNumber, block.Minutes))
        );
        Assert.Empty(given.Blocks.Select(block => block.Id).Intersect(plan.Blocks.Select(block => block.Id)));
    }

    [Fact, Trait("Row", "D2")]
    public void Group_agreements_are_recorded_once_and_come_along_to_the_next_meeting()
    {
        var given = Plans.Empty(new() { Agreements = "Zwijgen mag." });
        var plan = Plans.Empty();

        plan.CopyFrom(given, "", Now);

        Assert.Equal("Zwijgen mag.", plan.Facts.Agreements);
    }

    [Fact]
    public void A_plan_that_changes_after_it_was_called_ready_is_no_longer_called_ready()
    {
        var plan = Five();
        plan.DeclareReady(Now);

        plan.SetMinutes(plan.Blocks[0], 20, Now);

        Assert.Null(plan.ReadyAt);
    }

    static MeetingPlan Five()
    {
        var plan = Plans.Empty();
        foreach (var _ in Enumerable.Range(0, 5))
            plan.Add(PlanBlock.Of(ARecipe.Published().Newest()), Now);
        return plan;
    }

    static void Change(MeetingPlan plan, Random random)
    {
        var block = plan.Blocks.Count == 0 ? null : plan.Blocks[random.Next(plan.Blocks.Count)];
        switch (block is null ? 0 : random.Next(7))
        {
            case 0:
                plan.Add(PlanBlock.Of(BlockKind.Own, $"blok {random.Next(100)}"), Now);
                break;
            case 1:
                plan.Move(block!, random.Next(-1, plan.Blocks.Count + 1), Now);
                break;
            case 2:
                plan.SetMinutes(block!, random.Next(0, 60), Now);
                break;
            case 3:
                plan.Lock(block!, random.Next(2) == 0 ? null : new TimeOnly(14, random.Next(60)), Now);
                break;
            case 4:
                plan.Rewrite(block!, block!.Text with { Note = $"{random.Next(10)}" }, Now);
                break;
            case 5:
                plan.Remove(block!, Now);
                break;
            default:
                plan.Describe(plan.Facts with { People = random.Next(20) }, Now);
                break;
        }
    }
}
