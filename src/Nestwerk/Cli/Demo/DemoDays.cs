using Nestwerk.Shared;

namespace Nestwerk.Cli.Demo;

/// <summary>When something of the demo was: at an hour at which people work, whenever the demo is made.</summary>
static class DemoDays
{
    static readonly TimeOnly Hour = new(10, 0);

    /// <param name="days">From today; what was before tomorrow is never later than now.</param>
    public static DateTime Day(this HouseClock clock, int days)
    {
        var at = clock.ToUtc(clock.Today.AddDays(days).ToDateTime(Hour));
        return days <= 0 && at > clock.Utc ? clock.Utc : at;
    }
}
