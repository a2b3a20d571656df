namespace Nestwerk.Shared;

/// <summary>The time in the house: what the wall clock and the calendar there say.</summary>
public sealed class HouseClock(TimeProvider time, NestwerkOptions options)
{
    TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);

    /// <summary>Looked up anew when somebody moved the house to another zone.</summary>
    TimeZoneInfo Zone => zone.Id == options.TimeZone ? zone : zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);

    public DateTime Utc => time.GetUtcNow().UtcDateTime;

    public DateOnly Today => DateOnly.FromDateTime(Local(Utc));

    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
}
