using Microsoft.AspNetCore.Builder;
using Nestwerk.Cli.Demo;

namespace Nestwerk.Tests.Host;

/// <summary>One application and one database for the tests of a class. The people of the world are in it.</summary>
public abstract class TestHost : IAsyncLifetime
{
    NestwerkApp? app;

    public NestwerkApp App => app ?? throw new InvalidOperationException(Missing);

    /// <summary>Why this host cannot run here; null when it can.</summary>
    public abstract string? Missing { get; }

    public async ValueTask InitializeAsync()
    {
        if (Missing is null)
            app = await StartAnotherAsync();
    }

    /// <summary>A second application, with a database of its own, for a test that needs other settings.</summary>
    public async Task<NestwerkApp> StartAnotherAsync(
        string[]? settings = null,
        DemoMode? demo = null,
        Action<WebApplicationBuilder>? adjust = null
    )
    {
        var database = await NewDatabaseAsync();
        return await NestwerkApp.StartAsync([.. database.Settings, .. settings ?? []], database.Prepare, demo, adjust);
    }

    /// <summary>An application whose database has nothing in it yet, not even tables.</summary>
    public async Task<NestwerkApp> StartEmptyAsync(params string[] settings) =>
        await NestwerkApp.StartAsync([.. await NewEmptyDatabaseAsync(), .. settings]);

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    protected abstract Task<(string[] Settings, Func<string, Task>? Prepare)> NewDatabaseAsync();

    protected abstract Task<string[]> NewEmptyDatabaseAsync();
}

public sealed class SqliteHost(SqliteTemplate template) : TestHost
{
    public override string? Missing => null;

    protected override Task<(string[] Settings, Func<string, Task>? Prepare)> NewDatabaseAsync() =>
        Task.FromResult<(string[], Func<string, Task>?)>(([], template.CopyAsync));

    protected override Task<string[]> NewEmptyDatabaseAsync() => Task.FromResult<string[]>([]);
}

public sealed class PostgresHost(PostgresCluster cluster) : TestHost
{
    public override string? Missing => PostgresCluster.Missing;

    protected override async Task<(string[] Settings, Func<string, Task>? Prepare)> NewDatabaseAsync() =>
        ([$"--Nestwerk:Postgres={await cluster.NewDatabaseAsync()}"], null);

    protected override async Task<string[]> NewEmptyDatabaseAsync() => [$"--Nestwerk:Postgres={await cluster.NewEmptyDatabaseAsync()}"];
}
