using System.Threading.Channels;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>The single writer of read-audit rows: many pages wait, one short transaction keeps them all.</summary>
[ByItself(Touches.FamiliesUnseen)]
public sealed class ReadAudit(IServiceScopeFactory scopes, WriteGate gate, ILogger<ReadAudit> log) : BackgroundService
{
    const int MostWaiting = 10_000;
    const int MostPerBatch = 500;

    readonly Channel<Waiting> waiting = Channel.CreateBounded<Waiting>(MostWaiting);

    public async Task WriteAsync(IReadOnlyList<AuditRow> rows, CancellationToken cancel)
    {
        if (rows.Count == 0)
            return;
        var item = new Waiting(rows, new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!waiting.Writer.TryWrite(item))
            throw new ReadAuditException("Too many reads are waiting to be written down.", null);
        await item.Done.Task.WaitAsync(cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stoppingToken))
                await WriteBatchAsync(TakeBatch(), stoppingToken);
        }
        finally
        {
            waiting.Writer.TryComplete();
            Fail(TakeBatch(), null);
        }
    }

    List<Waiting> TakeBatch()
    {
        var batch = new List<Waiting>();
        while (batch.Count < MostPerBatch && waiting.Reader.TryRead(out var item))
            batch.Add(item);
        return batch;
    }

    async Task WriteBatchAsync(List<Waiting> batch, CancellationToken cancel)
    {
        try
        {
            using var turn = await gate.EnterAsync(cancel);
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
            db.AddRange(batch.SelectMany(item => item.Rows));
            await db.SaveChangesAsync(cancel);
            batch.ForEach(item => item.Done.TrySetResult());
        }
        catch (Exception error)
        {
            log.LogError("Read audit of {Count} pages failed: {Error}", batch.Count, error.GetType().Name);
            Fail(batch, error);
        }
    }

    static void Fail(List<Waiting> batch, Exception? error) =>
        batch.ForEach(item => item.Done.TrySetException(new ReadAuditException("The read could not be written down.", error)));

    sealed record Waiting(IReadOnlyList<AuditRow> Rows, TaskCompletionSource Done);
}

public sealed class ReadAuditException(string message, Exception? inner) : UnavailableException(message, inner);
