using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Data;
using Nestwerk.Playbook;
using Nestwerk.Tests.World;

[assembly: AssemblyFixture(typeof(Nestwerk.Tests.Host.SqliteTemplate))]

namespace Nestwerk.Tests.Host;

/// <summary>One SQLite file with the newest shape and the world in it, made once; every test class gets a copy.</summary>
public sealed class SqliteTemplate : IDisposable
{
    readonly TempFolder folder = new();
    readonly Lazy<Task<string>> file;

    public SqliteTemplate() => file = new(MakeAsync);

    public async Task CopyAsync(string data) => File.Copy(await file.Value, Path.Combine(data, DataServices.FileName));

    public void Dispose() => folder.Dispose();

    async Task<string> MakeAsync()
    {
        var copy = folder["template.db"];
        await using var app = await NestwerkApp.StartAsync([]);
        await FillAsync(app);
        await using var from = new SqliteConnection($"Data Source={Path.Combine(app.DataFolder, DataServices.FileName)};Pooling=False");
        await using var to = new SqliteConnection($"Data Source={copy};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        return copy;
    }

    /// <summary>What <c>serve</c> does before it serves, and then the people.</summary>
    internal static async Task FillAsync(NestwerkApp app)
    {
        await app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
        await app.Services.GetRequiredService<FirstLists>().EnsureAsync(CancellationToken.None);
        await app.AddAsync([.. Everybody.Rows()]);
    }
}
