using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nestwerk.Playbook.Live;

/// <summary>A plan and its run, as they stand now.</summary>
public sealed record RunView(PlanView Plan, LiveRun? Run, DateTime Now, bool MayChange)
{
    public Guid Id => Plan.Plan.Id;

    /// <summary>Null before the beginning, and for a plan without blocks.</summary>
    public RunState? State { get; } = Run is null || Plan.Blocks.Count == 0 ? null : RunClock.At(Plan, Run, Now);

    public BlockView Block(Guid id) => Plan.Blocks.Single(timed => timed.View.Id == id).View;
}

/// <summary>What the script hears: the presses so far and the server's clock, which rules.</summary>
/// <param name="Started">Names this run: a run begun anew is another one.</param>
/// <param name="Revision">Of the plan: another number means that its blocks may have changed.</param>
/// <param name="Token">To post with.</param>
public sealed record RunAnswer(
    string Version,
    long Revision,
    long Started,
    long Now,
    IReadOnlyList<RunPress> Steps,
    IReadOnlyList<RunBlock> Blocks,
    string? Token
);

/// <summary>What stands in the page for its script, so that it can count without asking anything.</summary>
/// <param name="Zone">In which the house reads its clock.</param>
/// <param name="Pass">Whether this device holds the narrow session already.</param>
public sealed record RunPage(
    long Revision,
    long Started,
    long Now,
    string Zone,
    bool MayChange,
    bool Pass,
    IReadOnlyList<TitledBlock> Blocks,
    IReadOnlyList<RunPress> Steps
);

public sealed record TitledBlock(Guid Id, BlockKind Kind, int Minutes, int Offset, bool Waits, string Title);

/// <summary>How a run travels between server and phone.</summary>
public static class RunJson
{
    /// <summary>Far more than a phone sends at once.</summary>
    public const int MostBytes = 64 * 1024;
    const int MostAtOnce = 200;

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(null, allowIntegerValues: false) },
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <returns>Null when this is no list of presses, or one too long.</returns>
    public static IReadOnlyList<RunPress>? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var presses = JsonSerializer.Deserialize<List<RunPress?>>(json, Options);
            return presses is null || presses.Count > MostAtOnce || presses.Any(press => press is null || press.Id == Guid.Empty)
                ? null
                : [.. presses.OfType<RunPress>()];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static RunAnswer Answer(RunView view, string version, string? token) =>
        new(
            version,
            view.Plan.Plan.Revision,
            RunClock.Milliseconds(view.Run!.StartedAt),
            RunClock.Milliseconds(view.Now),
            [.. view.Run.Steps.Select(RunPress.Of)],
            RunBlock.Of(view.Plan),
            token
        );

    public static RunPage Page(RunView view, string zone, bool pass, string language) =>
        new(
            view.Plan.Plan.Revision,
            RunClock.Milliseconds(view.Run!.StartedAt),
            RunClock.Milliseconds(view.Now),
            zone,
            view.MayChange,
            pass,
            [
                .. RunBlock
                    .Of(view.Plan)
                    .Zip(view.Plan.Blocks)
                    .Select(pair => new TitledBlock(
                        pair.First.Id,
                        pair.First.Kind,
                        pair.First.Minutes,
                        pair.First.Offset,
                        pair.First.Waits,
                        pair.Second.View.Title(language)
                    )),
            ],
            [.. view.Run.Steps.Select(RunPress.Of)]
        );
}
