using Nestwerk.Playbook;
using Nestwerk.Playbook.Live;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Playbook;

[Trait("Row", "A6")]
public sealed class RunClockTests
{
    const long Minute = RunClock.Minute;
    const long Start = 1_800_000_000_000;

    static readonly RunBlock Welcome = Block(1, BlockKind.Welcome, 10, 0);
    static readonly RunBlock Talk = Block(2, BlockKind.Recipe, 30, 10);
    static readonly RunBlock Break = Block(3, BlockKind.Break, 15, 40);
    static readonly RunBlock Doing = Block(4, BlockKind.Recipe, 25, 55);
    static readonly RunBlock Own = Block(5, BlockKind.Own, 10, 80);
    static readonly RunBlock Closing = Block(6, BlockKind.Closing, 10, 90);
    static readonly RunBlock[] Blocks = [Welcome, Talk, Break, Doing, Own, Closing];

    [Fact]
    public void It_begins_with_the_first_block_and_is_on_time()
    {
        var state = At(4);

        Assert.Equal(Welcome.Id, state.Doing?.Id);
        Assert.Equal(6 * Minute, state.Left);
        Assert.Equal(0, state.Behind);
        Assert.Equal(Start + (100 * Minute), state.ExpectedEnd);
        Assert.Empty(state.Proposals);
        Assert.Equal(Talk.Id, state.Following?.Id);
    }

    [Fact]
    public void A_block_that_runs_over_moves_everything_after_it()
    {
        var state = At(14);

        Assert.Equal(-4 * Minute, state.Left);
        Assert.Equal(4, state.Behind);
        Assert.Equal(Start + (14 * Minute), state.Blocks[1].Begin);
    }

    [Fact]
    public void Going_on_early_makes_it_early_and_keeps_what_it_really_took()
    {
        var state = At(8, Press(StepKind.Next, 7, Welcome));

        Assert.Equal(Talk.Id, state.Doing?.Id);
        Assert.Equal(7, state.Blocks[0].TookMinutes);
        Assert.Equal(-3, state.Behind);
        Assert.Equal(29 * Minute, state.Left);
    }

    [Fact]
    public void Two_people_who_press_at_once_go_on_once()
    {
        var state = At(12, Press(StepKind.Next, 10, Welcome), Press(StepKind.Next, 10, Welcome));

        Assert.Equal(Talk.Id, state.Doing?.Id);
    }

    [Fact]
    public void Five_minutes_more_are_five_minutes_later()
    {
        var state = At(5, Press(StepKind.Stretch, 2, Welcome, 5));

        Assert.Equal(10 * Minute, state.Left);
        Assert.Equal(5, state.Behind);
    }

    [Fact]
    public void No_block_becomes_shorter_than_a_minute_and_no_press_asks_for_more_than_two_hours()
    {
        var state = At(1, Press(StepKind.Stretch, 0, Talk, -100), Press(StepKind.Stretch, 0, Break, int.MaxValue));

        Assert.Equal(1, state.Blocks[1].Minutes);
        Assert.Equal(15 + RunClock.MostStretch, state.Blocks[2].Minutes);
    }

    [Fact]
    public void While_the_clock_stands_still_the_time_left_stays()
    {
        var standing = At(9, Press(StepKind.Pause, 4, Welcome));
        var goingOn = At(9, Press(StepKind.Pause, 4, Welcome), Press(StepKind.Resume, 8));

        Assert.True(standing.Paused);
        Assert.Equal(6 * Minute, standing.Left);
        Assert.False(goingOn.Paused);
        Assert.Equal(5 * Minute, goingOn.Left);
        Assert.Equal(4, goingOn.Behind);
    }

    [Fact]
    public void What_is_left_out_is_jumped_over_and_can_come_back_until_then()
    {
        var skipped = At(12, Press(StepKind.Skip, 1, Talk), Press(StepKind.Next, 10, Welcome));
        var back = At(12, Press(StepKind.Skip, 1, Talk), Press(StepKind.Unskip, 2, Talk), Press(StepKind.Next, 10, Welcome));
        var tooLate = At(12, Press(StepKind.Skip, 1, Talk), Press(StepKind.Next, 10, Welcome), Press(StepKind.Unskip, 11, Talk));

        Assert.Equal(Break.Id, skipped.Doing?.Id);
        Assert.Equal(-30, skipped.Behind);
        Assert.Equal(Talk.Id, back.Doing?.Id);
        Assert.Equal(Break.Id, tooLate.Doing?.Id);
        Assert.Equal(RunPhase.LeftOut, tooLate.Blocks[1].Phase);
    }

    [Fact]
    public void The_block_under_way_is_never_left_out() => Assert.Equal(Welcome.Id, At(5, Press(StepKind.Skip, 1, Welcome)).Doing?.Id);

    [Fact]
    public void After_the_last_block_it_is_over_and_can_go_on_after_all()
    {
        var all = Blocks.Select((block, place) => Press(StepKind.Next, 10 * (place + 1), block)).ToArray();

        var over = At(70, all);
        var opened = At(70, [.. all, Press(StepKind.Resume, 65)]);

        Assert.Equal(Start + (60 * Minute), over.EndedAt);
        Assert.Null(over.Doing);
        Assert.All(over.Blocks, block => Assert.Equal(RunPhase.Done, block.Phase));
        Assert.Equal(Closing.Id, opened.Doing?.Id);
        Assert.Equal(-5 * Minute, opened.Left);
    }

    [Fact]
    public void What_it_did_not_come_to_is_said_after_an_early_end()
    {
        var state = At(30, Press(StepKind.Next, 10, Welcome), Press(StepKind.End, 25));

        Assert.Equal(RunPhase.Done, state.Blocks[1].Phase);
        Assert.Equal(15, state.Blocks[1].TookMinutes);
        Assert.Equal(RunPhase.NotReached, state.Blocks[2].Phase);
    }

    [Fact]
    public void A_meeting_that_nobody_ended_is_over_after_twelve_hours()
    {
        var state = At(13 * 60, Press(StepKind.Next, 10, Welcome));

        Assert.Equal(Start + (40 * Minute), state.EndedAt);
    }

    [Fact]
    public void A_block_with_a_locked_start_waits_for_it()
    {
        var blocks = Blocks.Select(block => block == Break ? block with { Waits = true } : block).ToArray();

        var state = RunClock.At(blocks, Start, [Press(StepKind.Next, 5, Welcome)], Start + (6 * Minute));

        Assert.Equal(Start + (40 * Minute), state.Blocks[2].Begin);
        Assert.Equal(0, state.Behind);
    }

    [Fact]
    public void A_break_is_shortened_first_and_otherwise_the_shortest_block_that_is_enough_goes()
    {
        var little = At(4, Press(StepKind.Stretch, 1, Welcome, 8)).Proposals;
        var much = At(4, Press(StepKind.Stretch, 1, Welcome, 20)).Proposals;
        var tooMuch = At(4, Press(StepKind.Stretch, 1, Welcome, 60)).Proposals;

        Assert.Equal([new(ProposalKind.Shorten, Break.Id, 7, -8, true), new(ProposalKind.LeaveOut, Own.Id, 10, 0, true)], little);
        Assert.Equal([new(ProposalKind.LeaveOut, Doing.Id, 25, 0, true)], much);
        Assert.Equal([new(ProposalKind.LeaveOut, Talk.Id, 30, 0, false)], tooMuch);
    }

    [Fact]
    public void Whoever_does_what_is_proposed_ends_on_time()
    {
        foreach (var (blocks, presses, now) in RunCases.Many(400, seed: 7))
        {
            var state = RunClock.At(blocks, Start, presses, now);
            foreach (var proposal in state.Proposals.Where(proposal => proposal.OnTime))
            {
                var kind = proposal.Kind == ProposalKind.Shorten ? StepKind.Stretch : StepKind.Skip;
                var doing = new RunPress(Ids.New(), kind, proposal.Block, proposal.Change, state.Now);

                var after = RunClock.At(blocks, Start, [.. presses, doing], state.Now);

                Assert.InRange(after.Behind, int.MinValue, 0);
                Assert.NotEqual(state.Doing!.Id, proposal.Block);
            }
        }
    }

    [Fact]
    public void In_whatever_order_presses_arrive_and_however_often_the_meeting_stands_the_same()
    {
        var random = new Random(11);
        foreach (var (blocks, presses, now) in RunCases.Many(400, seed: 3))
        {
            var expected = RunClock.At(blocks, Start, presses, now);
            RunPress[] shaken = [.. presses, .. presses.Where(_ => random.Next(3) == 0)];
            random.Shuffle(shaken);

            Assert.Equivalent(expected, RunClock.At(blocks, Start, shaken, now), strict: true);
        }
    }

    [Fact]
    public void A_press_about_a_block_that_is_not_there_or_from_before_the_beginning_breaks_nothing()
    {
        var foreign = Block(99, BlockKind.Own, 5, 0);

        var state = At(12, Press(StepKind.Next, 3, foreign), Press(StepKind.Skip, 3, foreign), Press(StepKind.Next, -90, Welcome));

        Assert.Equal(Talk.Id, state.Doing?.Id);
        Assert.Equal(Start, state.Doing?.Begin);
    }

    static RunState At(int minutes, params RunPress[] presses) => RunClock.At(Blocks, Start, presses, Start + (minutes * Minute));

    static RunPress Press(StepKind kind, int at, RunBlock? block = null, int minutes = 0) =>
        new(Ids.New(), kind, block?.Id, minutes, Start + (at * Minute));

    static RunBlock Block(int number, BlockKind kind, int minutes, int offset) =>
        new(new Guid(number, 0, 0, new byte[8]), kind, minutes, offset, false);
}
