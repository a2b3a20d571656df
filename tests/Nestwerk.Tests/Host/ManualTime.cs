namespace Nestwerk.Tests.Host;

/// <summary>A clock that stands still until a test moves it. Timers still run in real time.</summary>
public sealed class ManualTime : TimeProvider
{
    /// <summary>A Tuesday in spring, ten in the morning in Ninove.</summary>
    public static readonly DateTimeOffset Start = new(2027, 3, 9, 9, 0, 0, TimeSpan.Zero);

    readonly Lock guard = new();
    DateTimeOffset now = Start;

    public DateTime Utc => GetUtcNow().UtcDateTime;

    /// <summary>The day it is in the house.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Utc.AddHours(1));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (guard)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by)
    {
        lock (guard)
            now += by;
    }
}
