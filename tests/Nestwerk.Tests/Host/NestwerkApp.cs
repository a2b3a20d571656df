using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nestwerk.Access;
using Nestwerk.Cli.Demo;
using Nestwerk.Data;
using Nestwerk.Shared;
using Nestwerk.Tests.World;
using Npgsql;

namespace Nestwerk.Tests.Host;

/// <summary>The real application, in memory: the same composition root as in production, with a clock that can be moved.</summary>
public sealed class NestwerkApp : IAsyncDisposable
{
    readonly TempFolder folder = new();
    readonly WebApplication app;

    NestwerkApp(string[] settings, DemoMode? demo, Action<WebApplicationBuilder>? adjust)
    {
        string[] own = [$"--Nestwerk:Data={folder["data"]}", "--Nestwerk:SignInsPerMinute=100000", .. settings];
        app = Program.Build(
            own,
            demo,
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Services.AddSingleton<TimeProvider>(Time);
                builder.Logging.ClearProviders().AddProvider(Logs);
                adjust?.Invoke(builder);
            }
        );
    }

    public ManualTime Time { get; } = new();
    public LogLines Logs { get; } = new();
    public IServiceProvider Services => app.Services;
    public TestServer Server => app.GetTestServer();

    /// <summary>Where SQLite keeps this instance's data.</summary>
    public string DataFolder => folder["data"];

    /// <param name="settings">As on the command line; a later one wins.</param>
    /// <param name="prepare">Puts a database in place before the application starts; gets its data folder.</param>
    public static async Task<NestwerkApp> StartAsync(
        string[] settings,
        Func<string, Task>? prepare = null,
        DemoMode? demo = null,
        Action<WebApplicationBuilder>? adjust = null
    )
    {
        var nestwerk = new NestwerkApp(settings, demo, adjust);
        if (prepare is not null)
            await prepare(Directory.CreateDirectory(nestwerk.DataFolder).FullName);
        await nestwerk.app.StartAsync();
        return nestwerk;
    }

    public Browser Visitor() => new(Server, Time);

    /// <summary>A browser in which she is signed in.</summary>
    /// <param name="method">How she signed in: <see cref="SessionClaims.SecondFactor"/> or <see cref="SessionClaims.Password"/>.</param>
    public async Task<Browser> SignInAsync(Inhabitant who, string method = SessionClaims.SecondFactor)
    {
        using var scope = Services.CreateScope();
        var services = scope.ServiceProvider;
        var account = await services.GetRequiredService<UserManager<IdentityUser<Guid>>>().FindByIdAsync($"{who.AccountId}");
        var context = new DefaultHttpContext { RequestServices = services, Request = { Scheme = "http", Host = new("localhost") } };
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        await services.GetRequiredService<Sessions>().BeginAsync(account!, method, CancellationToken.None);
        var browser = Visitor();
        browser.Keep(context.Response.Headers.SetCookie);
        return browser;
    }

    /// <summary>Works on the database directly, in a scope of its own.</summary>
    public async Task<TAnswer> InDbAsync<TAnswer>(Func<NestwerkDb, Task<TAnswer>> work)
    {
        using var scope = Services.CreateScope();
        return await work(scope.ServiceProvider.GetRequiredService<NestwerkDb>());
    }

    /// <summary>Puts rows in the database, where public pages see them as if a page had kept them.</summary>
    public async Task AddAsync(params object[] rows)
    {
        await InDbAsync(db =>
        {
            db.AddRange(rows);
            return db.SaveChangesAsync();
        });
        Services.GetRequiredService<PublicPages>().Renew();
    }

    public async ValueTask DisposeAsync()
    {
        var postgres = Services.GetRequiredService<NestwerkOptions>().Postgres;
        await app.StopAsync();
        await app.DisposeAsync();
        // The driver keeps idle connections for minutes, and the one server of a run has only so many.
        if (postgres is not null)
            NpgsqlConnection.ClearPool(new NpgsqlConnection(postgres));
        folder.Dispose();
    }
}
