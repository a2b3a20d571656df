using Nestwerk.Playbook;
using Nestwerk.Playbook.Live;

namespace Nestwerk.Tests.Playbook;

/// <summary>Meetings under way as nobody would give them: any presses, in bursts, on any block. The same ones for the same seed.</summary>
public static class RunCases
{
    public const long Start = 1_800_000_000_000;

    public static IEnumerable<(RunBlock[] Blocks, RunPress[] Presses, long Now)> Many(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var blocks = Blocks(random);
            var span = random.Next(10) == 0 ? 800 : 200;
            var presses = Enumerable.Range(0, random.Next(25)).Select(_ => Press(random, blocks, span)).ToArray();
            yield return (blocks, presses, Start + random.NextInt64(span * RunClock.Minute));
        }
    }

    static RunBlock[] Blocks(Random random)
    {
        var (blocks, offset) = (new RunBlock[random.Next(1, 9)], 0);
        for (var i = 0; i < blocks.Length; i++)
        {
            var waits = random.Next(6) == 0;
            offset += waits ? random.Next(-10, 15) : 0;
            offset = Math.Max(0, offset);
            blocks[i] = new(Id(random), (BlockKind)random.Next(5), random.Next(0, 50), offset, waits);
            offset += blocks[i].Minutes;
        }
        return blocks;
    }

    static RunPress Press(Random random, RunBlock[] blocks, int span)
    {
        // Going on comes most often: else hardly any meeting would get past its first blocks.
        var kind = random.Next(2) == 0 ? StepKind.Next : (StepKind)random.Next(Enum.GetValues<StepKind>().Length);
        if (kind == StepKind.End && random.Next(3) > 0)
            kind = StepKind.Resume;
        var block = random.Next(12) == 0 ? Id(random) : blocks[random.Next(blocks.Length)].Id;
        // Whole minutes now and then, so that presses fall on the same moment and their ids decide.
        var at = random.Next(2) == 0 ? random.Next(span) * RunClock.Minute : random.NextInt64(-RunClock.Minute, span * RunClock.Minute);
        return new(Id(random), kind, random.Next(15) == 0 ? null : block, random.Next(-30, 31), Start + at);
    }

    static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }
}
