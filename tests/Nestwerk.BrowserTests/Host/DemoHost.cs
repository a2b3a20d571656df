using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Nestwerk.Cli.Demo;
using Nestwerk.Tests.Host;

[assembly: AssemblyFixture(typeof(Nestwerk.BrowserTests.Host.DemoHost))]

namespace Nestwerk.BrowserTests.Host;

/// <summary>The application with its demo, on a real port, as somebody gets it who types the second command of the README.</summary>
public sealed class DemoHost : IAsyncLifetime
{
    readonly TempFolder folder = new();
    WebApplication? app;

    public string Address { get; } = $"http://localhost:{FreePort()}";
    public IServiceProvider Services => app!.Services;

    public async ValueTask InitializeAsync()
    {
        string[] settings =
        [
            $"--Nestwerk:Data={folder["data"]}",
            "--Nestwerk:Postgres=",
            $"--Nestwerk:PublicUrl={Address}",
            $"--urls={Address}",
            "--Nestwerk:SignInsPerMinute=100000",
        ];
        app = Program.Build(settings, new DemoMode(Public: false), builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
        await DemoCommand.PrepareAsync(app.Services, reset: false, CancellationToken.None);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        folder.Dispose();
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
