using System.Collections.Concurrent;
using System.Diagnostics;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Reliability;

/// <summary>The server is killed again and again while people write: what it acknowledged is there when it is back.</summary>
[Trait("Row", "X"), Trait("Row", "R16")]
public sealed class KillServerTests : IDisposable
{
    static readonly int Kills = LongForm.Times(4, 200);
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_server_is_killed()
    {
        var file = folder["data/nestwerk.db"];
        var acknowledged = new ConcurrentQueue<Guid>();
        var chance = new Random(LongForm.Seed);
        var start = Stopwatch.GetTimestamp();

        for (var kill = 0; kill < Kills; kill++)
        {
            await using var server = await ServerProcess.DemoAsync(folder["data"], folder["keys"]);
            Ledger.Holds(file, acknowledged);
            await using var writers = await Writers.StartAsync(server.Address, acknowledged, TimeSpan.Zero);
            await writers.UntilMoreAsync(chance.Next(1, 40));
            await Task.Delay(chance.Next(0, 120), TestContext.Current.CancellationToken);
            await server.KillAsync();
        }

        await using (await ServerProcess.DemoAsync(folder["data"], folder["keys"]))
            Ledger.Holds(file, acknowledged);
        Assert.True(acknowledged.Count >= Kills);
        LongForm.Report(
            $"kill -9: {Kills} kills of the server under write load by 4 people, {acknowledged.Count} acknowledged writes, 0 lost, each with its audit row, integrity ok after every restart, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s."
        );
    }
}
