using Microsoft.Data.Sqlite;
using Nestwerk.Shared;

namespace Nestwerk.Data;

/// <summary>
/// Keeps one connection to the SQLite file open while the application serves. The last one that closes takes the journal and its index
/// with it, and on a full disk they could not be made anew: then not even reading would be possible.
/// </summary>
[ByItself(Touches.NoFamily)]
sealed class OpenFile(NestwerkOptions options) : IHostedService, IDisposable
{
    SqliteConnection? held;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Postgres is not null || !File.Exists(options.SqliteFile))
            return;
        held = new($"Data Source={options.SqliteFile};Pooling=False;Mode=ReadWrite");
        await held.OpenAsync(cancellationToken);
        await using var command = held.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; SELECT count(*) FROM sqlite_master";
        await command.ExecuteScalarAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => held?.Dispose();
}
