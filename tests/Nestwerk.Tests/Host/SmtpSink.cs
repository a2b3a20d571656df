using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Nestwerk.Tests.Host;

/// <summary>A mail server that prints what it gets.</summary>
sealed class SmtpSink : IDisposable
{
    readonly Process process;
    readonly System.Text.StringBuilder said = new();

    SmtpSink(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public static async Task<SmtpSink> OpenAsync()
    {
        Installed.Require("smtp", File.Exists("/usr/lib/python3/dist-packages/aiosmtpd/main.py") ? null : "python3-aiosmtpd is missing.");
        var port = FreePort();
        var start = new ProcessStartInfo(
            "/usr/bin/python3",
            ["-u", "-m", "aiosmtpd", "-n", "-c", "aiosmtpd.handlers.Debugging", "stdout", "-l", $"127.0.0.1:{port}"]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        var sink = new SmtpSink(Process.Start(start)!, port);
        await sink.WaitUntilItListensAsync();
        return sink;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async Task<string> ReadUntilAsync(string mark, CancellationToken cancel)
    {
        while (!said.ToString().Contains(mark, StringComparison.Ordinal))
            said.AppendLine(await process.StandardOutput.ReadLineAsync(cancel));
        return said.ToString().ReplaceLineEndings("\n");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    async Task WaitUntilItListensAsync()
    {
        for (var tries = 0; tries < 200; tries++)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }
        throw new InvalidOperationException("The mail server does not answer.");
    }
}
