using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nestwerk.Tests.Reliability;

/// <summary>The program itself, in a process of its own, as somebody runs it who installed it.</summary>
sealed class ServerProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    readonly Process process;
    readonly StringBuilder said = new();

    ServerProcess(Process process, Uri address)
    {
        (this.process, Address) = (process, address);
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }
    public bool Runs => !process.HasExited;

    /// <summary>Starts the demo on this folder: everybody may sign in there, and it is kept from one start to the next.</summary>
    public static async Task<ServerProcess> DemoAsync(string data, string keys)
    {
        var address = new Uri($"http://localhost:{FreePort()}");
        string[] command = ["demo", "--data", data, "--keys", keys, "--urls", address.OriginalString];
        var server = new ServerProcess(Start(command), address);
        await server.UntilAsync("/health/live", HttpStatusCode.OK);
        return server;
    }

    /// <summary>Runs one command to its end.</summary>
    public static Task<(int Code, string Said)> RunAsync(params string[] command) => TypeAsync("", command);

    /// <summary>Runs one command that asks for something, and types the answer.</summary>
    public static async Task<(int Code, string Said)> TypeAsync(string typed, params string[] command)
    {
        using var running = Start(command);
        await running.StandardInput.WriteLineAsync(typed);
        running.StandardInput.Close();
        var (output, errors) = (running.StandardOutput.ReadToEndAsync(), running.StandardError.ReadToEndAsync());
        await running.WaitForExitAsync();
        return (running.ExitCode, await output + await errors);
    }

    /// <summary>Waits until an address answers like that.</summary>
    public async Task UntilAsync(string path, HttpStatusCode status)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = Patience };
        for (var start = Stopwatch.GetTimestamp(); ; await Task.Delay(50))
        {
            if (!Runs || Stopwatch.GetElapsedTime(start) > Patience)
                throw new InvalidOperationException($"{path} never answered {status}. The server said: {said}");
            try
            {
                using var answer = await http.GetAsync(path);
                if (answer.StatusCode == status)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }

    /// <summary>As the power switch does: no signal it could hear, no time to finish.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Runs)
            await KillAsync();
        process.Dispose();
    }

    static Process Start(string[] command) =>
        Process.Start(
            new ProcessStartInfo("dotnet", ["exec", typeof(Program).Assembly.Location, .. command])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    void Hear(object sender, DataReceivedEventArgs heard)
    {
        lock (said)
            if (said.Length < 100_000)
                said.AppendLine(heard.Data);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
