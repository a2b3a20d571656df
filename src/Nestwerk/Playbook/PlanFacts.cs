using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>What kind of meeting it is. Only a group meeting has rules about length and balance.</summary>
public enum MeetingKind
{
    GroupMeeting,
    FirstAid,
    DropIn,
    MotherGroup,
    ClosingActivity,
    Professionals,
}

/// <summary>Who is coming, how long, where and when. Everything may stay open.</summary>
public sealed record PlanFacts
{
    public string Title { get; init; } = "";
    public MeetingKind Kind { get; init; }
    public Audience? Audience { get; init; }
    public int? People { get; init; }

    /// <summary>The languages spoken, in words.</summary>
    public string Languages { get; init; } = "";

    /// <summary>What this group needs, in words.</summary>
    public string Needs { get; init; } = "";
    public DateOnly? Date { get; init; }
    public TimeOnly? Start { get; init; }
    public int? WantedMinutes { get; init; }

    /// <summary>Until when the room is free.</summary>
    public TimeOnly? RoomUntil { get; init; }
    public string Place { get; init; } = "";

    /// <summary>Settings the place offers; null while nobody said.</summary>
    public string? Offers { get; init; }

    /// <summary>Keys, interpreter, what to know on the day.</summary>
    public string Practical { get; init; } = "";

    /// <summary>What the group agreed with each other, recorded once and printed each time.</summary>
    public string Agreements { get; init; } = "";

    /// <summary>The settings offered, as ids; null while nobody said.</summary>
    public IReadOnlyList<string>? OfferedSettings() => Offers?.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<Problem> Problems()
    {
        (string Field, string Value, int Most)[] texts =
        [
            (nameof(Title), Title, 120),
            (nameof(Languages), Languages, 300),
            (nameof(Needs), Needs, 2000),
            (nameof(Place), Place, 300),
            (nameof(Practical), Practical, 2000),
            (nameof(Agreements), Agreements, 2000),
        ];
        foreach (var (field, value, most) in texts)
            if (value.Length > most)
                yield return new(field, "form.tooLong", most, value.Length);
        if (People is < 0 or > 500)
            yield return new(nameof(People), "form.range", 0, 500);
        if (WantedMinutes is < 0 or > 600)
            yield return new(nameof(WantedMinutes), "form.range", 0, 600);
        if (Start is { } start && RoomUntil is { } until && until <= start)
            yield return new(nameof(RoomUntil), "plan.problem.roomUntil");
    }
}
