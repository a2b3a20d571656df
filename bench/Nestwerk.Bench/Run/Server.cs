using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Nestwerk.Bench.Run;

/// <summary>A server that the bench started, on core 0. Ends when it is disposed, and only it.</summary>
sealed class Server : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    readonly Process process;
    readonly long started = Stopwatch.GetTimestamp();

    Server(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>From its start to its first good answer.</summary>
    public TimeSpan ToFirstAnswer { get; private set; }

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>What it holds in memory, in MiB.</summary>
    public double Resident()
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <param name="log">Takes what it says.</param>
    /// <param name="path">Is asked until it answers 200.</param>
    public static async Task<Server> StartAsync(int port, string log, string path, IEnumerable<string> command, CancellationToken cancel)
    {
        string[] shell = ["-c", "log=$1; shift; exec taskset -c 0 \"$@\" > \"$log\" 2>&1", "bench", log, .. command];
        var server = new Server(Process.Start("/bin/sh", shell), new($"http://127.0.0.1:{port}"));
        try
        {
            await server.UntilItAnswersAsync(path, cancel);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    async Task UntilItAnswersAsync(string path, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = Patience };
        while (true)
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                throw new InvalidOperationException($"The server at {Address} did not come up.");
            try
            {
                using var answer = await http.GetAsync(path, cancel);
                if (answer.StatusCode == HttpStatusCode.OK)
                    break;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(2, cancel);
        }
        ToFirstAnswer = Stopwatch.GetElapsedTime(started);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }
}
