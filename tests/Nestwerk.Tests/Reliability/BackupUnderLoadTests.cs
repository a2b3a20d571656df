using System.Collections.Concurrent;
using System.Diagnostics;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Reliability;

/// <summary>Backups are made while people write; each comes back with everything that was acknowledged before it began.</summary>
[Trait("Row", "X"), Trait("Row", "R20")]
public sealed class BackupUnderLoadTests : IDisposable
{
    static readonly int Times = LongForm.Times(3, 50);

    /// <summary>Four people at this pace: a hundred writes a second, if the machine keeps up.</summary>
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(40);
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_backup_made_under_load_comes_back_whole()
    {
        var acknowledged = new ConcurrentQueue<Guid>();
        await using var server = await ServerProcess.DemoAsync(folder["data"], folder["keys"]);
        await using var writers = await Writers.StartAsync(server.Address, acknowledged, Pace);
        await writers.UntilMoreAsync(20);
        var (start, first) = (Stopwatch.GetTimestamp(), acknowledged.Count);

        for (var time = 0; time < Times; time++)
            await BackUpAndRestoreAsync(time, [.. acknowledged]);

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        LongForm.Report(
            $"backup: {Times} backups under {(acknowledged.Count - first) / seconds:0} writes a second, {Times} restored and verified: every write acknowledged before a backup began is in it, each with its audit row, integrity ok, {seconds:0} s."
        );
    }

    async Task BackUpAndRestoreAsync(int time, Guid[] before)
    {
        var (backup, back) = (folder[$"{time}.backup"], folder[$"back-{time}"]);

        var made = await ServerProcess.RunAsync("backup", "--data", folder["data"], "--keys", folder["keys"], "--to", backup);
        Assert.True(made.Code == 0, made.Said);
        var restored = await ServerProcess.RunAsync("restore", backup, "--data", back, "--keys", folder["keys"]);
        Assert.True(restored.Code == 0, restored.Said);

        Ledger.Holds(Path.Combine(back, "nestwerk.db"), before);
        Directory.Delete(back, recursive: true);
        File.Delete(backup);
    }
}
