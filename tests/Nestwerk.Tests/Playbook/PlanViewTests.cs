using Nestwerk.Playbook;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Playbook;

public sealed class PlanViewTests
{
    static readonly PlanFacts AtHalfPastOne = new() { Start = new(13, 30), RoomUntil = new(15, 30) };

    [Fact]
    public void Start_times_follow_by_themselves()
    {
        var view = Plans.Of(AtHalfPastOne, (10, 0, 0), (0, 25, 0), (0, 0, 15));

        Assert.Equal([new TimeOnly(13, 30), new(13, 40), new(14, 5)], view.Blocks.Select(block => block.Start!.Value));
        Assert.Equal(new TimeOnly(14, 20), view.End);
        Assert.Equal(70, view.RoomLeft);
    }

    [Fact]
    public void Without_a_start_the_blocks_count_from_nought()
    {
        var view = Plans.Of(new(), (10, 0, 0), (0, 25, 0));

        Assert.Equal([0, 10], view.Blocks.Select(block => block.Offset));
        Assert.All(view.Blocks, block => Assert.Null(block.Start));
        Assert.Null(view.End);
        Assert.Null(view.RoomLeft);
    }

    [Theory]
    [InlineData(13, 50, 10, 45)]
    [InlineData(13, 40, 0, 35)]
    [InlineData(13, 35, -5, 30)]
    public void A_locked_start_leaves_slack_or_shows_an_overrun(int hour, int minute, int slack, int total)
    {
        var first = Block(10, null);
        var second = Block(25, new(hour, minute));

        var view = new PlanView(Plans.Empty(AtHalfPastOne), [first, second]);

        Assert.Equal(new TimeOnly(hour, minute), view.Blocks[1].Start);
        Assert.Equal(slack, view.Blocks[1].SlackBefore);
        Assert.Equal(total, view.TotalMinutes);
        Assert.Equal(slack < 0, Plans.Look(view).Any(finding => finding.Code == "overrun"));
    }

    [Fact]
    public void A_lock_before_the_meeting_begins_means_its_beginning()
    {
        var view = new PlanView(Plans.Empty(AtHalfPastOne), [Block(10, new(9, 0))]);

        Assert.Equal(new TimeOnly(13, 30), view.Blocks[0].Start);
    }

    [Fact]
    public void A_meeting_that_runs_past_the_room_is_warned_about()
    {
        var view = Plans.Of(AtHalfPastOne, (60, 60, 5));

        Assert.Contains(Plans.Look(view), finding => finding is { Code: "roomCloses", Values: [5, ..] });
    }

    [Fact]
    public void A_stretched_block_keeps_its_mix_to_the_minute()
    {
        var view = new BlockView
        {
            Block = PlanBlock.Of(new RecipeVersion(Ids.New(), 1, Plans.Recipe(new(10, 5, 0)))),
            Recipe = Plans.Recipe(new(10, 5, 0), talk: 6),
        };
        view.Block.Minutes = 20;

        Assert.Equal(new PillarMinutes(13, 7, 0), view.Pillars);
        Assert.Equal(8, view.TalkMinutes);
        Assert.Equal(Pillar.Know, view.Main);
    }

    [Fact]
    public void An_own_block_counts_for_what_its_facilitator_says_it_is_for()
    {
        var block = PlanBlock.Of(BlockKind.Own, "Kringgesprek");
        block.Text = block.Text with { Pillar = Pillar.Feel, Talks = Talks.Parents };

        var view = new BlockView { Block = block };

        Assert.Equal(new PillarMinutes(0, 0, 15), view.Pillars);
        Assert.Equal(15, view.TalkMinutes);
    }

    static BlockView Block(int minutes, TimeOnly? locked)
    {
        var block = PlanBlock.Of(BlockKind.Own, "x");
        (block.Minutes, block.LockedStart) = (minutes, locked);
        return new() { Block = block };
    }
}
