using Nestwerk.Shared;

namespace Nestwerk.Playbook.Logbook;

/// <summary>A log in words, so that two of them can stand side by side.</summary>
static class LogText
{
    public static IEnumerable<(string Label, string Text)> Of(MeetingLog log, T t) =>
        [
            (t["log.heldOn"], t.FullDay(log.HeldOn)),
            (t["log.people"], $"{log.People}"),
            .. log.Blocks.OrderBy(block => block.Position).Select(block => (block.Title.Here(), Of(block, t))),
            (t["log.worked"], log.Worked),
            (t["log.nextTime"], log.NextTime),
        ];

    /// <summary>What became of a block, as one line: minutes, reason, words.</summary>
    public static string Of(LoggedBlock block, T t)
    {
        var how = block.Outcome == Outcome.LeftOut ? t["log.outcome.LeftOut"] : t["log.minutes", block.Done, block.Planned];
        var cause = block.Cause is { } named ? $" · {t[$"log.cause.{named}"]}" : "";
        return block.Why.Length > 0 ? $"{how}{cause} · {block.Why}" : how + cause;
    }
}
