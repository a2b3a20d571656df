namespace Nestwerk.Shared;

/// <summary>The time in the house: what the wall clock and the calendar there say.</summary>
public sealed class HouseClock(TimeProvider time, NestwerkOptions options)
{
    TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);

    /// <summary>Looked up anew when somebody moved the house to another zone.</summary>
    TimeZoneInfo Zone => zone.Id == options.TimeZone ? zone : zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);

    public DateTime Utc => time.GetUtcNow().UtcDateTime;

    public DateOnly Today => DateOnly.FromDateTime(Local(Utc));

    /// <summary>What the wall clock says, in UTC. An hour that is skipped counts from its end, one that comes twice is the first.</summary>
    public DateTime ToUtc(DateTime local)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var whole = Zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall;
        var offset = Zone.IsAmbiguousTime(whole) ? Zone.GetAmbiguousTimeOffsets(whole).Max() : Zone.GetUtcOffset(whole);
        return DateTime.SpecifyKind(whole - offset, DateTimeKind.Utc);
    }

    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
}
