using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Nestwerk.Shared.Sending;

/// <summary>Lets the sender of one kind go round every few seconds.</summary>
sealed partial class SendingRounds<TRow>(Sender<TRow> sender, TimeProvider time, ILogger<SendingRounds<TRow>> log) : BackgroundService
    where TRow : Outgoing
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sender.RunAsync(stoppingToken);
            }
            catch (Exception error) when (error is DbUpdateException or DbException or TimeoutException or UnavailableException)
            {
                Stopped(log, typeof(TRow).Name, error.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What waits of {Kind} could not be read and waits on: {Error}")]
    private static partial void Stopped(ILogger logger, string kind, string error);
}
