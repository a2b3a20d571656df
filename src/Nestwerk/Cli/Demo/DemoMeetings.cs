using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Playbook;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Demo;

/// <summary>Meetings in every state: ready, short of something, too long, given before, of another kind.</summary>
static class DemoMeetings
{
    sealed record Meeting(
        string House,
        string Author,
        string? With,
        int Day,
        bool Archived,
        bool Ready,
        PlanFacts Facts,
        IReadOnlyList<string> Blocks
    );

    public static async Task FillAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<NestwerkDb>();
        var clock = services.GetRequiredService<HouseClock>();
        var versions = await db.Set<RecipeVersion>()
            .Where(version => version.IsNewest)
            .ToDictionaryAsync(version => version.RecipeId, cancel);
        foreach (var meeting in All())
            db.Add(Plan(meeting, versions, clock));
        await db.SaveChangesAsync(cancel);
    }

    static MeetingPlan Plan(Meeting meeting, Dictionary<Guid, RecipeVersion> versions, HouseClock clock)
    {
        var plan = new MeetingPlan
        {
            Id = DemoIds.For("plan " + meeting.Facts.Title),
            OrganisationId = DemoWorld.House(meeting.House),
            AuthorId = DemoWorld.Person(meeting.Author),
        };
        plan.Begin(meeting.Facts with { Date = Weekday(clock.Today.AddDays(meeting.Day)) }, clock.Utc.AddDays(-7));
        for (var i = 0; i < meeting.Blocks.Count; i++)
            plan.Blocks.Add(Block(meeting.Facts.Title, meeting.Blocks[i], i, id => versions[id]));
        if (meeting.With is { } with)
            plan.CoFacilitators.Add(new() { PersonId = DemoWorld.Person(with) });
        if (meeting.Archived)
            plan.Archive(clock.Utc);
        if (meeting.Ready)
            plan.DeclareReady(clock.Utc);
        return plan;
    }

    public static DateOnly Weekday(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };

    /// <summary>A block is the word of a recipe, or <c>kind:minutes:title:note</c>.</summary>
    public static PlanBlock Block(string meeting, string word, int place, Func<Guid, RecipeVersion> versionOf)
    {
        var id = DemoIds.For($"block {meeting} {place}");
        if (word.Split(':') is [var kind, var minutes, var title, .. var note])
            return new()
            {
                Id = id,
                Kind = Enum.Parse<BlockKind>(kind),
                Minutes = int.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture),
                Position = place,
                Text = new() { Title = title, Note = string.Join(':', note) },
            };
        var version = versionOf(DemoWorld.Recipe(word));
        return new()
        {
            Id = id,
            Kind = BlockKind.Recipe,
            RecipeId = version.RecipeId,
            RecipeNumber = version.Number,
            Minutes = version.Minutes,
            Position = place,
        };
    }

    static List<Meeting> All() => ContentJson.ReadResource<List<Meeting>>("data/DemoMeetings.data");
}
