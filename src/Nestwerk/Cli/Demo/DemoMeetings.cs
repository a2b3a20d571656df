using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Playbook;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Demo;

/// <summary>Meetings in every state: ready, short of something, too long, given before, of another kind.</summary>
static class DemoMeetings
{
    sealed record Meeting(string House, string Author, string? With, int Day, PlanFacts Facts, params string[] Blocks)
    {
        public bool Archived { get; init; }
        public bool Ready { get; init; }
    }

    public static async Task FillAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<NestwerkDb>();
        var clock = services.GetRequiredService<HouseClock>();
        var versions = await db.Set<RecipeVersion>().ToDictionaryAsync(version => version.RecipeId, cancel);
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
        for (var i = 0; i < meeting.Blocks.Length; i++)
            plan.Blocks.Add(Block(meeting, i, versions));
        if (meeting.With is { } with)
            plan.CoFacilitators.Add(new() { PersonId = DemoWorld.Person(with) });
        if (meeting.Archived)
            plan.Archive(clock.Utc);
        if (meeting.Ready)
            plan.DeclareReady(clock.Utc);
        return plan;
    }

    static DateOnly Weekday(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };

    /// <summary>A block is the word of a recipe, or <c>kind:minutes:title:note</c>.</summary>
    static PlanBlock Block(Meeting meeting, int place, Dictionary<Guid, RecipeVersion> versions)
    {
        var word = meeting.Blocks[place];
        var id = DemoIds.For($"block {meeting.Facts.Title} {place}");
        if (word.Split(':') is [var kind, var minutes, var title, var note])
            return new()
            {
                Id = id,
                Kind = Enum.Parse<BlockKind>(kind),
                Minutes = int.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture),
                Position = place,
                Text = new() { Title = title, Note = note },
            };
        var version = versions[DemoWorld.Recipe(word)];
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

    static IEnumerable<Meeting> All() =>
        [
            new(
                DemoWorld.Ninove,
                "Nele Verhasselt",
                "Samira El Idrissi",
                4,
                Straks,
                "Welcome:10:Onthaal met thee:Jassen, naamkaartjes, wie wil schenkt in. Herhaal de groepsafspraken in één zin.",
                "a-name-a-wish",
                "when-do-i-call",
                "Break:10:Pauze:Water bijvullen, zet intussen de ballen klaar.",
                "breathing-and-moving-with-a-wave",
                "the-first-hour-together"
            )
            {
                Ready = true,
            },
            new(
                DemoWorld.Ninove,
                "Nele Verhasselt",
                null,
                11,
                Eerste,
                "Welcome:10:Onthaal:Zet een kring zonder tafels.",
                "three-corners-bath-nappy-sling",
                "making-a-safe-bed"
            ),
            new(
                DemoWorld.Ninove,
                "Samira El Idrissi",
                "Nele Verhasselt",
                6,
                Huilen,
                "Welcome:15:Onthaal en groepsafspraken:",
                "when-a-baby-cries",
                "the-sleep-line",
                "Break:15:Pauze:",
                "tears-on-the-line",
                "feeding-your-baby",
                "desire-can-wait"
            ),
            new(
                DemoWorld.Ninove,
                "Nele Verhasselt",
                "Samira El Idrissi",
                -21,
                Gegeven,
                "Welcome:10:Onthaal met thee:",
                "hands-on-the-belly",
                "question-box-eating-smoking-drinking",
                "Break:10:Pauze:",
                "who-remembers-the-nappies",
                "the-street-of-doors"
            ),
            new(DemoWorld.Ninove, "Samira El Idrissi", null, 2, Inloop, "Own:90:Inloop met koffie:Wie binnenkomt, mag gewoon zitten."),
            new(
                DemoWorld.Ninove,
                "Nele Verhasselt",
                null,
                -200,
                Oud,
                "Welcome:10:Onthaal:",
                "washing-line-poppy-seed-to-pumpkin",
                "hands-on-the-belly",
                "Break:10:Pauze:",
                "my-birth-wishes-on-one-page",
                "telling-our-birth-story"
            )
            {
                Archived = true,
            },
            new(
                DemoWorld.Lede,
                "Lieve Moens",
                null,
                8,
                Veerkracht,
                "Welcome:15:Aankomen en groepsafspraken:Lees de afspraken voor en vraag of er iets bij moet.",
                "small-words-for-big-worries",
                "Break:10:Pauze:",
                "five-minutes-of-play",
                "sharing-an-umbrella",
                "Closing:10:Slotrondje:Eén woord, wie wil."
            ),
            new(
                DemoWorld.Anderlecht,
                "Aurélie Lambert",
                null,
                5,
                Bruxelles,
                "Welcome:10:Accueil:Chacun·e écrit son prénom dans sa langue.",
                "already-hears-smells-and-feels",
                "and-how-are-you-fathers-and-co-mothers",
                "Break:10:Pause:",
                "phone-practice-in-your-own-words",
                "chop-stir-taste"
            ),
        ];

    static readonly PlanFacts Straks = new()
    {
        Title = "Straks met drie",
        Audience = Audience.Pregnancy,
        People = 10,
        Languages = "Nederlands, Arabisch, Turks",
        Needs = "Twee ouders komen met een tolk. Liever doen en tonen dan lezen.",
        Start = new(13, 30),
        RoomUntil = new(16, 0),
        WantedMinutes = 105,
        Place = "Buurthuis De Molenkouter, Ninove",
        Offers = "room floor",
        Practical = "Sleutel bij de conciërge. Zaal open vanaf 13 uur.",
        Agreements = "Wat hier gezegd wordt, blijft hier. Zwijgen mag. We geven alleen raad als iemand erom vraagt.",
    };

    static readonly PlanFacts Eerste = new()
    {
        Title = "De eerste weken thuis",
        Audience = Audience.Pregnancy,
        People = 10,
        Start = new(19, 0),
        Place = "Huis van het Kind Ninove",
        Offers = "room floor projector",
    };

    static readonly PlanFacts Huilen = new()
    {
        Title = "Huilen, slapen, troosten",
        Audience = Audience.AfterBirth,
        People = 9,
        Start = new(9, 30),
        RoomUntil = new(11, 45),
        Place = "Huis van het Kind Ninove",
        Offers = "room floor",
    };

    static readonly PlanFacts Gegeven = Straks with { Title = "Negen maanden samen", People = 8, WantedMinutes = null, RoomUntil = null };

    static readonly PlanFacts Inloop = new()
    {
        Title = "Inloop met koffie",
        Kind = MeetingKind.DropIn,
        Start = new(9, 0),
        Place = "Huis van het Kind Ninove",
    };

    static readonly PlanFacts Oud = new()
    {
        Title = "Groeien, week na week",
        Audience = Audience.Pregnancy,
        People = 7,
        Start = new(13, 30),
    };

    static readonly PlanFacts Veerkracht = new()
    {
        Title = "Veerkrachtige ouders, eerste keer",
        Audience = Audience.AfterBirth,
        People = 7,
        Start = new(19, 30),
        Place = "Huis van het Kind Lede",
        Offers = "room floor",
        Agreements = "Iedereen is hier ouder. Je vertelt wat je wil, en wat je hoort blijft hier.",
    };

    static readonly PlanFacts Bruxelles = new()
    {
        Title = "Bientôt parents à Anderlecht",
        Audience = Audience.Pregnancy,
        People = 11,
        Languages = "français, arabe, roumain",
        Start = new(14, 0),
        RoomUntil = new(16, 30),
        Place = "Salle polyvalente, quartier de La Roue, Anderlecht",
        Offers = "room",
    };
}
