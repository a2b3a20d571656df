namespace Nestwerk.Playbook.Compose;

/// <summary>The facts of a plan as they are typed.</summary>
public sealed class PlanForm
{
    public string? Title { get; set; }
    public MeetingKind Kind { get; set; }
    public Audience? Audience { get; set; }
    public int? People { get; set; }
    public string? Languages { get; set; }
    public string? Needs { get; set; }
    public DateOnly? Date { get; set; }
    public TimeOnly? Start { get; set; }
    public int? WantedMinutes { get; set; }
    public TimeOnly? RoomUntil { get; set; }
    public string? Place { get; set; }

    /// <summary>Whether somebody looked what the place offers; without it the settings mean nothing.</summary>
    public bool KnowsPlace { get; set; }
    public List<string> Offers { get; set; } = [];
    public string? Practical { get; set; }
    public string? Agreements { get; set; }

    public static PlanForm Of(PlanFacts facts) =>
        new()
        {
            Title = facts.Title,
            Kind = facts.Kind,
            Audience = facts.Audience,
            People = facts.People,
            Languages = facts.Languages,
            Needs = facts.Needs,
            Date = facts.Date,
            Start = facts.Start,
            WantedMinutes = facts.WantedMinutes,
            RoomUntil = facts.RoomUntil,
            Place = facts.Place,
            KnowsPlace = facts.Offers is not null,
            Offers = [.. facts.OfferedSettings() ?? []],
            Practical = facts.Practical,
            Agreements = facts.Agreements,
        };

    /// <param name="settings">The ids of the settings there are; others that were posted are left out.</param>
    public PlanFacts Facts(IEnumerable<string> settings) =>
        new()
        {
            Title = Clean(Title),
            Kind = Enum.IsDefined(Kind) ? Kind : MeetingKind.GroupMeeting,
            Audience = Audience,
            People = People,
            Languages = Clean(Languages),
            Needs = Clean(Needs),
            Date = Date,
            Start = Start,
            WantedMinutes = WantedMinutes,
            RoomUntil = RoomUntil,
            Place = Clean(Place),
            Offers = KnowsPlace ? string.Join(' ', settings.Where(Offers.Contains)) : null,
            Practical = Clean(Practical),
            Agreements = Clean(Agreements),
        };

    static string Clean(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
