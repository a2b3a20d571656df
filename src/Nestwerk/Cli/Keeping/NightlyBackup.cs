using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Keeping;

/// <summary>Makes the backup of the night, or, after a night in which the server was off, the one that is missing.</summary>
[ByItself(Touches.FamiliesUnseen)]
sealed partial class NightlyBackup(
    Backups backups,
    NestwerkOptions options,
    HouseClock clock,
    TimeProvider time,
    ILogger<NightlyBackup> log
) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    static readonly TimeSpan AfterTrouble = TimeSpan.FromHours(1);

    /// <summary>The hour that clocks skip or repeat twice a year lies before it.</summary>
    static readonly TimeSpan Hour = new(3, 15, 0);
    bool failed;

    /// <param name="last">When the last backup was made, on the clock of the house; null when there is none.</param>
    /// <param name="now">On the clock of the house.</param>
    public static bool IsDue(DateTime? last, DateTime now)
    {
        var night = now.Date + Hour;
        return last is null || last < (now < night ? night.AddDays(-1) : night);
    }

    /// <summary>Never throws: a backup that fails must not stop the server.</summary>
    /// <returns>The file that was made; null when none was due, or it failed and the log says why.</returns>
    public async Task<string?> RunIfDueAsync(CancellationToken cancel)
    {
        try
        {
            if (options.Postgres is not null || !IsLate())
                return null;
            var file = await backups.MakeAsync(null, cancel);
            Made(log, Path.GetFileName(file));
            return file;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            failed = true;
            Failed(log, error.IsDiskFull() ? "the disk is full" : error.Message);
            return null;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            failed = false;
            await RunIfDueAsync(stoppingToken);
            timer.Period = failed ? AfterTrouble : Pause;
        }
    }

    bool IsLate() => IsDue(backups.All() is [var newest, ..] ? clock.Local(newest.Made) : null, clock.Local(clock.Utc));

    [LoggerMessage(Level = LogLevel.Information, Message = "Nightly backup made: {File}")]
    private static partial void Made(ILogger logger, string file);

    [LoggerMessage(Level = LogLevel.Error, Message = "No nightly backup was made, it is tried again in an hour: {Why}")]
    private static partial void Failed(ILogger logger, string why);
}
