using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Nestwerk.Cli;
using Nestwerk.Tests.Host;

namespace Nestwerk.BrowserTests.Host;

/// <summary>The application as <c>serve</c> starts it on an empty folder.</summary>
sealed class EmptyHost : IAsyncDisposable
{
    readonly TempFolder folder;
    readonly WebApplication app;

    EmptyHost(TempFolder folder, WebApplication app, string address, string token) =>
        (this.folder, this.app, Address, Token) = (folder, app, address, token);

    public string Address { get; }

    /// <summary>What stands on the console.</summary>
    public string Token { get; }
    public IServiceProvider Services => app.Services;

    public static async Task<EmptyHost> StartAsync()
    {
        var place = new TempFolder();
        var address = $"http://localhost:{DemoHost.FreePort()}";
        string[] settings =
        [
            $"--Nestwerk:Data={place["data"]}",
            $"--Nestwerk:PublicUrl={address}",
            $"--urls={address}",
            "--Nestwerk:SignInsPerMinute=100000",
        ];
        var house = Program.Build(settings, adjust: builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
        var token = await ServeCommand.PrepareAsync(house.Services, CancellationToken.None);
        await house.StartAsync();
        return new(place, house, address, token!);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Dispose();
    }
}
