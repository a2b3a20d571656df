using System.Text.Json;
using Nestwerk.BrowserTests.Host;
using Nestwerk.Playbook.Live;
using Nestwerk.Tests.Playbook;

namespace Nestwerk.BrowserTests.Live;

/// <summary>The phone counts what the server counts.</summary>
public sealed class SameFoldTests(DemoHost demo, Chromium chromium) : BrowserTest(demo, chromium)
{
    const string FoldOnThePhone = """
        async cases => {
          const { runAt } = await import("/run-clock.js");
          return JSON.parse(cases).map(({ blocks, presses, start, now }) => {
            const state = runAt(blocks, start, presses, now);
            const rows = state.blocks.map(({ id, phase, begin, end, minutes, plannedEnd }) => [id, phase, begin, end, minutes, plannedEnd].join(" "));
            const proposals = state.proposals.map(({ kind, block, minutes, change, onTime }) => [kind, block, minutes, change, onTime].join(" "));
            return [...rows, ...proposals, state.doing?.id ?? "over", state.paused, state.ended ?? "on", state.expectedEnd, state.behind].join("\n");
          });
        }
        """;

    [Fact]
    public async Task The_phone_and_the_server_fold_three_thousand_meetings_alike()
    {
        var cases = RunCases.Many(3000, seed: 42).ToList();
        await using var window = await OpenAsync();
        await window.GoAsync("/nl");
        var json = JsonSerializer.Serialize(
            cases.Select(each => new
            {
                each.Blocks,
                each.Presses,
                RunCases.Start,
                each.Now,
            }),
            RunJson.Options
        );

        var phone = await window.Page.EvaluateAsync<string[]>(FoldOnThePhone, json);

        for (var i = 0; i < cases.Count; i++)
            Assert.Equal(Written(RunClock.At(cases[i].Blocks, RunCases.Start, cases[i].Presses, cases[i].Now)), phone[i]);
        Assert.InRange(phone.Count(text => text.Contains("Shorten", StringComparison.Ordinal)), 10, 3000);
        Assert.InRange(phone.Count(text => text.Contains("LeaveOut", StringComparison.Ordinal)), 10, 3000);
    }

    static string Written(RunState state)
    {
        var rows = state.Blocks.Select(block => $"{block.Id} {block.Phase} {block.Begin} {block.End} {block.Minutes} {block.PlannedEnd}");
        var proposals = state.Proposals.Select(each => $"{each.Kind} {each.Block} {each.Minutes} {each.Change} {Word(each.OnTime)}");
        var doing = state.Doing?.Id.ToString() ?? "over";
        var ended = state.EndedAt?.ToString() ?? "on";
        return string.Join('\n', [.. rows, .. proposals, doing, Word(state.Paused), ended, $"{state.ExpectedEnd}", $"{state.Behind}"]);
    }

    static string Word(bool yes) => yes ? "true" : "false";
}
