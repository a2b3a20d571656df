namespace Nestwerk.Playbook.Live;

/// <summary>A meeting while its presses are being folded, one by one, oldest first.</summary>
sealed class RunFolding
{
    readonly IReadOnlyList<RunBlock> blocks;
    readonly long start;
    readonly long[] lengths;
    readonly bool[] left;
    readonly long[] begun;
    readonly long[] done;
    int current;
    long paused;
    long? pausedAt;
    long? ended;

    public RunFolding(IReadOnlyList<RunBlock> blocks, long start)
    {
        (this.blocks, this.start) = (blocks, start);
        lengths = [.. blocks.Select(block => block.Minutes * RunClock.Minute)];
        (left, begun, done) = (new bool[blocks.Count], new long[blocks.Count], new long[blocks.Count]);
        begun[0] = start;
    }

    public void Take(RunPress press)
    {
        if (ended is not null)
        {
            if (press.Kind == StepKind.Resume)
                Resume(press.At);
            return;
        }
        var place = Place(press.Block);
        switch (press.Kind)
        {
            case StepKind.Next when place == current:
                GoOn(press.At);
                break;
            case StepKind.Stretch when place >= current && !left[place]:
                Stretch(place, press.Minutes);
                break;
            case StepKind.Skip when place > current:
                left[place] = true;
                break;
            case StepKind.Unskip when place > current:
                left[place] = false;
                break;
            default:
                Stand(press, place);
                break;
        }
    }

    /// <summary>Standing still, going on, and the end: what concerns the whole meeting.</summary>
    void Stand(RunPress press, int place)
    {
        if (press.Kind == StepKind.Pause && place == current)
            pausedAt ??= press.At;
        else if (press.Kind == StepKind.Resume)
            Resume(press.At);
        else if (press.Kind == StepKind.End)
            End(press.At);
    }

    public RunState See(long now)
    {
        if (ended is null && now - start >= RunClock.Longest)
            End(Math.Min(EndOfCurrent(pausedAt ?? start), now));
        var seen = Lay(now);
        var planned = start + blocks.Max(block => block.Offset + block.Minutes) * RunClock.Minute;
        var state = new RunState(start, seen, ended is null ? current : null, pausedAt is not null && ended is null, ended)
        {
            Now = now,
            PlannedEnd = planned,
            ExpectedEnd =
                ended ?? Math.Max(now, seen.Where(block => block.Phase is RunPhase.Now or RunPhase.Coming).Max(block => block.End)),
        };
        return state with { Proposals = RunProposals.For(state) };
    }

    void GoOn(long at)
    {
        var next = current + 1;
        while (next < blocks.Count && left[next])
            next++;
        if (next == blocks.Count)
        {
            End(at);
            return;
        }
        done[current] = at;
        (current, paused, pausedAt) = (next, 0, null);
        begun[current] = at;
    }

    void Stretch(int place, int minutes) =>
        lengths[place] = Math.Clamp(
            lengths[place] + (Math.Clamp(minutes, -RunClock.MostStretch, RunClock.MostStretch) * RunClock.Minute),
            RunClock.Minute,
            600 * RunClock.Minute
        );

    void End(long at) => (ended, pausedAt) = (at, pausedAt ?? at);

    /// <summary>Going on after standing still; also after an end that was none.</summary>
    void Resume(long at)
    {
        if (pausedAt is { } since)
            paused += at - since;
        (pausedAt, ended) = (null, null);
    }

    /// <summary>While it stands still the end moves away with the clock.</summary>
    long EndOfCurrent(long now) => begun[current] + lengths[current] + paused + (pausedAt is { } since ? Math.Max(0, now - since) : 0);

    List<SeenBlock> Lay(long now)
    {
        var seen = new List<SeenBlock>(blocks.Count);
        var free = 0L;
        for (var i = 0; i < blocks.Count; i++)
        {
            var phase = PhaseOf(i);
            var begin = phase switch
            {
                RunPhase.Done or RunPhase.Now => begun[i],
                RunPhase.Coming when blocks[i].Waits => Math.Max(free, start + (blocks[i].Offset * RunClock.Minute)),
                _ => free,
            };
            var end = phase switch
            {
                RunPhase.Done => i == current ? ended!.Value : done[i],
                RunPhase.Now => EndOfCurrent(now),
                RunPhase.Coming => begin + lengths[i],
                _ => begin,
            };
            seen.Add(new(blocks[i], phase, begin, end, lengths[i], start + ((blocks[i].Offset + blocks[i].Minutes) * RunClock.Minute)));
            free = phase == RunPhase.Now ? Math.Max(end, now) : end;
        }
        return seen;
    }

    RunPhase PhaseOf(int place) =>
        left[place] ? RunPhase.LeftOut
        : place < current || (place == current && ended is not null) ? RunPhase.Done
        : place == current ? RunPhase.Now
        : ended is not null ? RunPhase.NotReached
        : RunPhase.Coming;

    int Place(Guid? block)
    {
        for (var i = 0; i < blocks.Count; i++)
            if (blocks[i].Id == block)
                return i;
        return -1;
    }
}
