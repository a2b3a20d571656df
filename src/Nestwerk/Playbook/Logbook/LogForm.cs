namespace Nestwerk.Playbook.Logbook;

/// <summary>A log as it is typed.</summary>
public sealed class LogForm
{
    public DateOnly? HeldOn { get; set; }
    public int? People { get; set; }
    public string? Worked { get; set; }
    public string? NextTime { get; set; }

    /// <summary>What this facilitator thinks back on herself.</summary>
    public string? Mine { get; set; }
    public List<BlockForm> Blocks { get; set; } = [];

    public static LogForm Of(MeetingLog log, Guid me) =>
        new()
        {
            HeldOn = log.HeldOn,
            People = log.People,
            Worked = log.Worked,
            NextTime = log.NextTime,
            Mine = log.Of(me)?.Text,
            Blocks = [.. log.Blocks.OrderBy(block => block.Position).Select(BlockForm.Of)],
        };

    /// <summary>Writes what was typed into a log; blocks it does not know are left alone.</summary>
    public void WriteTo(MeetingLog log)
    {
        log.HeldOn = HeldOn ?? log.HeldOn;
        log.People = People;
        (log.Worked, log.NextTime) = (Clean(Worked), Clean(NextTime));
        foreach (var block in log.Blocks)
            Blocks.Find(each => each.Id == block.BlockId)?.WriteTo(block);
    }

    public static string Clean(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}

/// <summary>One block of a log, as typed.</summary>
public sealed class BlockForm
{
    public Guid Id { get; set; }
    public Outcome Outcome { get; set; }
    public int? Done { get; set; }
    public Cause? Cause { get; set; }
    public string? Why { get; set; }

    public static BlockForm Of(LoggedBlock block) =>
        new()
        {
            Id = block.BlockId,
            Outcome = block.Outcome,
            Done = block.Done,
            Cause = block.Cause,
            Why = block.Why,
        };

    /// <summary>As planned means about the planned minutes and no reason; left out means no minutes.</summary>
    public void WriteTo(LoggedBlock block)
    {
        var typed = Done ?? block.Planned;
        var why = LogForm.Clean(Why);
        var said = Enum.IsDefined(Outcome) ? Outcome : Outcome.AsPlanned;
        var hides = said == Outcome.AsPlanned && (why.Length > 0 || Cause is not null || LogRules.Judge(block.Planned, typed) != said);
        block.Outcome = hides ? Outcome.Different : said;
        block.Done = block.Outcome == Outcome.LeftOut ? 0 : typed;
        block.Cause = block.Outcome == Outcome.AsPlanned || Cause is not { } cause || !Enum.IsDefined(cause) ? null : cause;
        block.Why = why;
    }
}
