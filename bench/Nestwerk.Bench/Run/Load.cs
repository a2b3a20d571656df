using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Nestwerk.Bench.Run;

/// <summary>What one short slice of load gave.</summary>
/// <param name="PerSecond">Requests answered in a second.</param>
/// <param name="Cpu">Processor time of the server for one request, in microseconds.</param>
sealed record Slice(double PerSecond, double Cpu);

/// <summary>A page under load: whose it is, and the slices it got.</summary>
sealed partial class Load(string name, Server server, string path, string? cookie = null)
{
    readonly List<Slice> slices = [];

    public string Name => name;
    public IReadOnlyList<Slice> Slices => slices;
    public double Best => slices.Max(slice => slice.PerSecond);
    public double Median => slices.Select(slice => slice.PerSecond).Median();
    public double BestCpu => slices.Min(slice => slice.Cpu);

    public async Task SliceAsync(int seconds, CancellationToken cancel) => slices.Add(await RunAsync(seconds, cancel));

    /// <summary>Until a request costs no longer a tenth less than a moment before, and not for ever.</summary>
    public async Task WarmAsync(int seconds, int most, CancellationToken cancel)
    {
        var before = await RunAsync(seconds, cancel);
        for (var turn = 1; turn < most; turn++)
        {
            var now = await RunAsync(seconds, cancel);
            if (now.Cpu > before.Cpu * 0.9)
                return;
            before = now;
        }
    }

    async Task<Slice> RunAsync(int seconds, CancellationToken cancel)
    {
        var before = server.Cpu;
        var said = await WrkAsync(seconds, cancel);
        var cpu = server.Cpu - before;
        if (Trouble().Match(said) is { Success: true } trouble)
            throw new InvalidOperationException($"{name}: {trouble.Value.Trim()}");
        var perSecond = double.Parse(PerSecond().Match(said).Groups["number"].Value, CultureInfo.InvariantCulture);
        var requests = double.Parse(Requests().Match(said).Groups["number"].Value, CultureInfo.InvariantCulture);
        return new(perSecond, cpu.TotalMicroseconds / requests);
    }

    async Task<string> WrkAsync(int seconds, CancellationToken cancel)
    {
        string[] header = cookie is null ? [] : ["-H", $"Cookie: {cookie}"];
        string[] arguments =
        [
            "-c",
            "1",
            "wrk",
            "-t1",
            "-c16",
            "--timeout",
            "10s",
            $"-d{seconds}s",
            .. header,
            new Uri(server.Address, path).ToString(),
        ];
        using var wrk = Process.Start(
            new ProcessStartInfo("taskset", arguments) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;
        try
        {
            var said = await wrk.StandardOutput.ReadToEndAsync(cancel);
            await wrk.WaitForExitAsync(cancel);
            return wrk.ExitCode == 0 ? said : throw new InvalidOperationException($"wrk gave up on {name}.");
        }
        finally
        {
            if (!wrk.HasExited)
                wrk.Kill();
        }
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<number>[\d.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"(?<number>\d+) requests in", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Requests();

    [GeneratedRegex("Non-2xx.*|Socket errors.*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Trouble();
}

static class Numbers
{
    /// <summary>The middle one; of an even number, the mean of the middle two.</summary>
    public static double Median(this IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
