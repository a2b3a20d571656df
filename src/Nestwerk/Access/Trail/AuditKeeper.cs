using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access.Trail;

/// <summary>
/// Seals the trail every few seconds, in one of all instances, and writes its head down when the server stops.
/// A trail that does not fit is said in the log, in readiness and on the officer's page; the house goes on working.
/// </summary>
[ByItself(Touches.FamiliesUnseen)]
public sealed partial class AuditKeeper(
    AuditSealer sealer,
    HeadFile heads,
    Leases leases,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<AuditKeeper> log
) : BackgroundService
{
    const string Work = "audit";
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Never throws: a trail that cannot be sealed waits.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var was = sealer.Broken;
        try
        {
            if (await sealer.IsNeededAsync(cancel) && await leases.TakeAsync(Work, cancel))
                await sealer.RunAsync(cancel);
        }
        catch (BrokenChainException broken)
        {
            if (was is null)
                Broken(log, broken.Message);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Failed(log, error.GetType().Name);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await RunAsync(stoppingToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await RunAsync(cancellationToken);
        try
        {
            await leases.LeaveAsync(Work, cancellationToken);
            if (sealer.Broken is null && await HeadAsync(cancellationToken) is { Sequence: > 0 } head)
                heads.WriteDown(head, time.GetUtcNow().UtcDateTime);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Failed(log, error.GetType().Name);
        }
    }

    async Task<ChainHead> HeadAsync(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        return await AuditSealer.HeadAsync(scope.ServiceProvider.GetRequiredService<NestwerkDb>(), cancel);
    }

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "The audit trail is not what it was, nothing more is sealed: {Why} Run nestwerk audit verify."
    )]
    private static partial void Broken(ILogger logger, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit trail was not sealed, it is tried again: {Error}")]
    private static partial void Failed(ILogger logger, string error);
}
