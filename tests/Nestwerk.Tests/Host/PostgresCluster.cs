using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Nestwerk.Tests.World;
using Npgsql;

[assembly: AssemblyFixture(typeof(Nestwerk.Tests.Host.PostgresCluster))]

namespace Nestwerk.Tests.Host;

/// <summary>
/// A PostgreSQL server of our own for one test run, started by the first test that asks for it.
/// It goes when this process goes, however that ends (see <c>postgres.sh</c>).
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    const string Template = "nestwerk_template";
    static readonly string? Bin = FindBin();

    readonly SemaphoreSlim one = new(1, 1);
    Process? guard;
    int port;
    int made;

    /// <summary>Why there can be no server here; null when there can.</summary>
    public static string? Missing =>
        Bin is null ? "PostgreSQL is not installed here (Debian: postgresql-15)."
        : IsRoot && !File.Exists("/usr/sbin/runuser") && !File.Exists("/sbin/runuser")
            ? "PostgreSQL refuses to run as root, and there is no runuser to become another user."
        : null;

    static bool IsRoot => Environment.UserName == "root";

    /// <summary>A connection string to a new database with the newest shape and the world in it.</summary>
    public Task<string> NewDatabaseAsync() => NewAsync(Template);

    /// <summary>A connection string to a new database with nothing in it.</summary>
    public Task<string> NewEmptyDatabaseAsync() => NewAsync("template0");

    public async ValueTask DisposeAsync()
    {
        one.Dispose();
        if (guard is null)
            return;
        NpgsqlConnection.ClearAllPools();
        guard.StandardInput.Close();
        await guard.WaitForExitAsync();
        guard.Dispose();
    }

    async Task<string> NewAsync(string template)
    {
        await one.WaitAsync();
        try
        {
            if (guard is null)
                await StartAsync();
            var name = $"test_{++made}";
            await RunAsync($"CREATE DATABASE {name} TEMPLATE {template}");
            return To(name);
        }
        finally
        {
            one.Release();
        }
    }

    async Task StartAsync()
    {
        port = FreePort();
        var script = Path.Combine(AppContext.BaseDirectory, "Host", "postgres.sh");
        string[] command = ["sh", "-c", await File.ReadAllTextAsync(script), "postgres.sh", Bin!, $"{port}"];
        string[] whole = IsRoot ? ["setsid", "runuser", "-u", "postgres", "--", .. command] : command;
        guard = Process.Start(
            new ProcessStartInfo(whole[0], whole[1..])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                WorkingDirectory = "/",
            }
        )!;
        var said = await guard.StandardOutput.ReadLineAsync();
        if (said != "ready")
            throw new InvalidOperationException($"PostgreSQL did not start: {said} {await guard.StandardOutput.ReadToEndAsync()}");
        await MakeTemplateAsync();
    }

    async Task MakeTemplateAsync()
    {
        await RunAsync($"CREATE DATABASE {Template} TEMPLATE template0");
        var app = await NestwerkApp.StartAsync([$"--Nestwerk:Postgres={To(Template)};Pooling=false"]);
        await using (app)
            await SqliteTemplate.FillAsync(app);
        await RunAsync($"ALTER DATABASE {Template} IS_TEMPLATE true ALLOW_CONNECTIONS false");
    }

    async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(To("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    string To(string database) => $"Host=127.0.0.1;Port={port};Username=nestwerk;Database={database};Maximum Pool Size=20";

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static string? FindBin()
    {
        if (OperatingSystem.IsWindows())
            return null;
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(folder => folder + "/bin")
            : [];
        return debian
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }
}
