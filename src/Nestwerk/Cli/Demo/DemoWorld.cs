using Microsoft.AspNetCore.Identity;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Playbook;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Demo;

/// <summary>An invented network between real towns. The same every time, with days counted from today.</summary>
static class DemoWorld
{
    public static readonly IReadOnlyList<(string What, Func<IServiceProvider, CancellationToken, Task> Fill)> Chapters =
    [
        ("Houses and people", PeopleAsync),
        ("The book", BookAsync),
        ("A year of meetings", DemoLogs.FillAsync),
        ("Meetings", DemoMeetings.FillAsync),
        ("A book of two houses", DemoTogether.FillAsync),
        ("Questions", DemoQuestions.FillAsync),
        ("Families", DemoFamilies.FillAsync),
    ];

    static readonly (string Network, string[] Houses)[] Networks =
    [
        ("Perinataal netwerk Dender", [Ninove, Lede, Geraardsbergen, Aalst]),
        ("Réseau périnatal Bruxelles-Sud", [Anderlecht, Forest]),
    ];

    public const string Ninove = "Huis van het Kind Ninove";
    public const string Lede = "Huis van het Kind Lede";
    public const string Geraardsbergen = "Huis van het Kind Geraardsbergen";
    public const string Aalst = "Expertisecentrum Kraamzorg De Dender, Aalst";
    public const string Anderlecht = "Maison de l’Enfant d’Anderlecht";
    public const string Forest = "Maison médicale du Bempt, Forest";

    static readonly (string Name, string Profession, string Language, string House, Role[] Roles)[] People =
    [
        ("Nele Verhasselt", "vroedvrouw", "nl", Ninove, [Role.Facilitator]),
        ("Samira El Idrissi", "groepswerker", "nl", Ninove, [Role.Facilitator]),
        ("Griet Van Damme", "netwerkcoördinator", "nl", Ninove, [Role.NetworkCoordinator]),
        ("Anja Pauwels", "teamverantwoordelijke", "nl", Ninove, [Role.OrganisationAdmin]),
        ("Koen Raes", "ICT-dienst van de stad", "nl", Ninove, [Role.PlatformAdmin]),
        ("Lieve Moens", "gezinsondersteuner", "nl", Lede, [Role.Facilitator]),
        (
            "Bart Coppens",
            "coördinator, alleen in huis",
            "nl",
            Geraardsbergen,
            [Role.Facilitator, Role.NetworkCoordinator, Role.OrganisationAdmin, Role.CareWorker]
        ),
        ("Tom Beeckman", "vroedvrouw en lesgever", "nl", Aalst, [Role.LibraryEditor, Role.Facilitator]),
        ("Katelijne Roels", "redacteur van het draaiboek", "nl", Aalst, [Role.LibraryEditor]),
        ("Aurélie Lambert", "sage-femme", "fr", Anderlecht, [Role.Facilitator]),
        ("Yasmine Haddad", "travailleuse sociale", "fr", Forest, [Role.Facilitator, Role.LibraryEditor]),
        ("Hilde Van Acker", "vroedvrouw", "nl", Ninove, [Role.CareWorker]),
        ("Fatma Aydin", "maatschappelijk werker", "nl", Ninove, [Role.CareWorker]),
        ("Els De Backer", "gezinsverpleegkundige", "nl", Lede, [Role.CareWorker]),
        ("Jonas Claeys", "vroedvrouw", "nl", Aalst, [Role.CareWorker]),
        ("Marijke Bogaert", "kraamverzorgende", "nl", Aalst, [Role.CareWorker]),
        ("Fatoumata Diallo", "sage-femme", "fr", Anderlecht, [Role.CareWorker]),
        ("Benoît Marchal", "assistant social", "fr", Anderlecht, [Role.CareWorker]),
        ("Chloé Dubois", "infirmière, consultation pour enfants", "fr", Forest, [Role.CareWorker]),
        ("Rita Goossens", "vrijwilliger", "nl", Ninove, [Role.Volunteer]),
        ("Sofie Meert", "vrijwilligerscoördinator", "nl", Ninove, [Role.VolunteerCoordinator]),
        ("Ingrid Lauwers", "functionaris gegevensbescherming", "nl", Ninove, [Role.ProtectionOfficer]),
    ];

    static readonly (string Name, string House, string[] People)[] Teams =
    [
        ("Babyteam Aalst", Aalst, ["Jonas Claeys", "Marijke Bogaert"]),
        ("Équipe Bébé Anderlecht", Anderlecht, ["Fatoumata Diallo", "Benoît Marchal"]),
    ];

    public static readonly Guid Book = DemoIds.For("book");

    public static Guid House(string name) => DemoIds.For("house " + name);

    public static Guid Person(string name) => DemoIds.For("person " + name);

    public static Guid Team(string name) => DemoIds.For("team " + name);

    public static bool IsTeam(string name) => Teams.Any(team => team.Name == name);

    public static bool IsHouse(string name) => Networks.Any(network => network.Houses.Contains(name));

    /// <summary>Whoever this name stands for: the people of a team, one person, or nobody in particular for a house.</summary>
    public static IEnumerable<string> PeopleOf(string name) =>
        IsTeam(name) ? Teams.Single(team => team.Name == name).People
        : IsHouse(name) ? []
        : [name];

    public static Guid Recipe(string id) => DemoIds.For("recipe " + id);

    static async Task PeopleAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<NestwerkDb>();
        var today = services.GetRequiredService<HouseClock>().Today;
        foreach (var (network, houses) in Networks)
        {
            var row = new Network { Id = DemoIds.For(network), Name = network };
            row.Organisations.AddRange(houses.Select(house => new Organisation { Id = House(house), Name = house }));
            db.Add(row);
        }
        foreach (var person in People)
            db.AddRange(Rows(person, today));
        foreach (var team in Teams)
            db.AddRange(Rows(team, today));
        await db.SaveChangesAsync(cancel);
    }

    static IEnumerable<object> Rows((string Name, string Profession, string Language, string House, Role[] Roles) person, DateOnly today)
    {
        var id = Person(person.Name);
        yield return Account(id, Folding.Fold(person.Name).Replace(' ', '.') + "@demo.example");
        yield return new Person
        {
            Id = id,
            Name = person.Name,
            Profession = person.Profession,
            Language = person.Language,
            AccountId = id,
        };
        foreach (var role in person.Roles)
            yield return new Appointment
            {
                Id = DemoIds.For($"{person.Name} {role}"),
                PersonId = id,
                OrganisationId = House(person.House),
                Role = role,
                From = today.AddDays(-400),
            };
    }

    static IEnumerable<object> Rows((string Name, string House, string[] People) team, DateOnly today)
    {
        yield return new CareTeam
        {
            Id = Team(team.Name),
            OrganisationId = House(team.House),
            Name = team.Name,
        };
        foreach (var person in team.People)
            yield return new CareTeamMembership
            {
                Id = DemoIds.For($"{team.Name} {person}"),
                TeamId = Team(team.Name),
                PersonId = Person(person),
                From = today.AddDays(-400),
            };
    }

    static IdentityUser<Guid> Account(Guid id, string address) =>
        new(address)
        {
            Id = id,
            NormalizedUserName = address.ToUpperInvariant(),
            Email = address,
            NormalizedEmail = address.ToUpperInvariant(),
            SecurityStamp = id.ToString("N"),
        };

    static async Task BookAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<NestwerkDb>();
        var at = services.GetRequiredService<HouseClock>().Utc.AddDays(-380);
        var made = SampleBook.Make(Book, [House(Aalst), House(Forest)], Aalst, Person("Tom Beeckman"), at, Recipe).ToList();
        var book = made.OfType<Book>().Single();
        book.Title = new("Draaiboek Dender", "Guide d’animation de la Dendre", "Dender session book");
        (book.ContactId, book.OpenedAt) = (Person("Tom Beeckman"), at.AddDays(90));
        db.AddRange(made);
        await db.SaveChangesAsync(cancel);
    }
}
