using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>
/// Does what was asked when its three days are over, forgets what is over once a day, and sees that nothing of what was erased stays
/// behind in the database's own papers. Each piece of work has a transaction of its own; of several instances one does it.
/// </summary>
[ByItself(Touches.FamiliesUnseen)]
public sealed partial class RightsClock(
    IServiceScopeFactory scopes,
    WriteGate gate,
    EraseAgain again,
    Leases leases,
    TimeProvider time,
    ILogger<RightsClock> log
) : BackgroundService
{
    const string Work = "rights";
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    DateOnly forgotOn;

    /// <summary>One round. What fails is tried again at the next.</summary>
    public async Task RoundAsync(CancellationToken cancel)
    {
        if (await leases.TakeAsync(Work, cancel))
            await DoAsync(cancel);
        if (await again.KeepAsync(cancel) > 0)
            await AskAsync<Leftovers, bool>(leftovers => leftovers.SweepAsync(cancel));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Failed(log, error.GetType().Name);
            }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await leases.LeaveAsync(Work, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Failed(log, error.GetType().Name);
        }
    }

    async Task DoAsync(CancellationToken cancel)
    {
        foreach (var (family, id) in await AskAsync<RequestDoing, IReadOnlyList<(Guid, Guid)>>(doing => doing.DueAsync(cancel)))
            if (!await InTransactionAsync<RequestDoing>(doing => doing.ByClockAsync(family, id, cancel), cancel))
                return;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (forgotOn == today)
            return;
        foreach (var due in await AskAsync<Forgetting, IReadOnlyList<Due>>(forgetting => forgetting.DueAsync(cancel)))
            if (!await InTransactionAsync<Forgetting>(forgetting => forgetting.ForgetAsync(due, cancel), cancel))
                return;
        forgotOn = today;
    }

    async Task<TAnswer> AskAsync<TService, TAnswer>(Func<TService, Task<TAnswer>> ask)
        where TService : notnull
    {
        using var scope = scopes.CreateScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <returns>False when another instance took the work over meanwhile.</returns>
    async Task<bool> InTransactionAsync<TService>(Func<TService, Task> work, CancellationToken cancel)
        where TService : notnull
    {
        if (!await leases.TakeAsync(Work, cancel))
            return false;
        using var turn = await gate.EnterAsync(cancel);
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await work(scope.ServiceProvider.GetRequiredService<TService>());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of requests and keeping terms failed, it is tried again: {Error}")]
    private static partial void Failed(ILogger logger, string error);
}
