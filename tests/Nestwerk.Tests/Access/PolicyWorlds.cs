using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Access;

/// <summary>
/// Makes worlds from a seed, the same in every run: organisations in two networks, workers with several posts and teams, parents on
/// their own page, families with every kind of fact, before, at and after the moment of asking.
/// </summary>
sealed class PolicyWorlds(int seed)
{
    public static readonly DateTime Now = new(2027, 3, 9, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>Every table about families, also those that come later.</summary>
    public static readonly IReadOnlyList<Type> Tables =
    [
        .. typeof(IFamilyRow)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false, IsNested: false } && typeof(IFamilyRow).IsAssignableFrom(type))
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    static readonly Role[] Roles =
    [
        .. Enum.GetValues<Role>(),
        Role.CareWorker,
        Role.CareWorker,
        Role.CareWorker,
        Role.Facilitator,
        Role.Volunteer,
        Role.VolunteerCoordinator,
        Role.ProtectionOfficer,
        Role.NetworkCoordinator,
    ];

    static readonly TimeSpan[] Before = [TimeSpan.FromDays(-30), TimeSpan.FromHours(-1), TimeSpan.FromSeconds(-1), TimeSpan.Zero];
    static readonly TimeSpan[] Around = [.. Before, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)];

    readonly Random random = new(seed);
    readonly List<Organisation> houses = [];
    readonly List<Guid> teams = [];
    readonly List<Actor> staff = [];

    public static PolicyWorld Make(int seed) => new PolicyWorlds(seed).Make();

    PolicyWorld Make()
    {
        houses.AddRange(Times(4, _ => new Organisation { Id = NewId(), Name = "House" }));
        teams.AddRange(Times(3, _ => NewId()));
        staff.AddRange(Times(7, _ => Worker()));
        var families = Times(3, number => Family(number == 2 && Chance(30))).ToList();
        var rows = Tables.ToDictionary(table => table, _ => families.SelectMany(family => Times(6, _ => Row(family))).ToArray());
        families = [.. families.Select(family => family with { Facts = family.Facts with { Consents = Consents(family, rows) } })];
        Actor[] all = [.. staff, Actor.Nobody, .. Times(3, _ => Parent(Pick(families)))];
        return new(houses, families, rows, [.. all.SelectMany(actor => Times(5, _ => Ask(actor)))]);
    }

    Actor Worker()
    {
        var posts = Times(random.Next(1, 4), _ => Post(Pick(Roles))).ToArray();
        var actor = new Actor(NewId(), "Ada", !Chance(7), posts)
        {
            Teams = [.. teams.Where(_ => Chance(35))],
            Secrecy = Chance(15) ? Secrecy.Discretion : Secrecy.Professional,
        };
        return Chance(15) ? actor.At(posts[0].OrganisationId) : actor;
    }

    /// <summary>The first three houses are one network, the last two another.</summary>
    Post Post(Role role)
    {
        var at = random.Next(houses.Count);
        var near = role is Role.CareWorker or Role.NetworkCoordinator
            ? houses.Where((_, other) => (at <= 2 && other <= 2) || (at >= 2 && other >= 2)).Select(house => house.Id)
            : [];
        return new(houses[at].Id, houses[at].Name, role, [.. near]);
    }

    Actor Parent(PolicyFamily of)
    {
        var member = Pick(of.Parents);
        return new Actor(Chance(50) ? member : NewId(), "Bo", !Chance(7), [])
        {
            Parent = new(of.Id, member, [.. of.Children.Where(_ => Chance(50))]),
        };
    }

    PolicyFamily Family(bool erased)
    {
        Guid[] parents = [.. Times(2, _ => NewId())];
        Guid[] children = [.. Times(2, _ => NewId())];
        var id = NewId();
        var made = new PolicyFacts(random, id, [.. parents, .. children]);
        Guid[] people = [.. staff.Select(actor => actor.PersonId)];
        Guid[] holders = [.. people, .. people, .. teams, .. houses.Select(house => house.Id)];
        Guid[] excluded = [.. people, .. houses.Select(house => house.Id), .. parents];
        var workers = staff.Where(actor => actor.Is(Role.CareWorker)).Select(actor => actor.PersonId).ToArray();
        var facts = new FamilyFacts(
            id,
            Pick(houses).Id,
            [.. Times(random.Next(6, 16), _ => made.Relation(Pick(holders), Begun(), Ended()))],
            [],
            [.. Times(Chance(40) ? random.Next(1, 3) : 0, _ => made.Exclusion(Pick(excluded), Begun(), Ended()))],
            [.. Times(Chance(80) ? 1 : 0, _ => made.Protection(Begun(), Ended()))],
            [.. Times(Chance(30) ? 1 : 0, _ => made.Restriction(Begun(), Ended()))],
            [.. Times(workers.Length > 0 ? random.Next(3) : 0, _ => made.Glass(Pick(workers), Begun(), Ended() ?? Now.AddMinutes(59)))]
        );
        return new(facts, parents, children, erased);
    }

    Consent[] Consents(PolicyFamily family, Dictionary<Type, PolicyRow[]> rows)
    {
        var made = new PolicyFacts(random, family.Id, family.Members);
        Guid[] parts = [.. rows.Values.SelectMany(each => each).Where(row => row.FamilyId == family.Id).Select(row => row.Id)];
        Guid[] recipients = [.. staff.Select(actor => actor.PersonId), .. teams, .. houses.Select(house => house.Id)];
        return [.. Times(random.Next(10, 30), _ => made.Consent(Pick(recipients), Chance(40) ? Pick(parts) : null, Begun(), Ended()))];
    }

    PolicyRow Row(PolicyFamily family) =>
        new(
            family.Id,
            NewId(),
            Chance(80) ? Pick(family.Members) : null,
            Chance(60) ? Pick(family.Parents) : null,
            Chance(60) ? Pick(staff).PersonId : null,
            Chance(40) ? Now + Pick(Around) : null
        );

    /// <summary>Mostly for the purpose her role has; sometimes for another.</summary>
    PolicyQuestion Ask(Actor actor)
    {
        var role = actor.Posts.Count > 0 ? Pick([.. actor.Posts]).Role : Role.ReportReader;
        var purpose = Chance(15)
            ? Pick(Enum.GetValues<Purpose>())
            : role switch
            {
                Role.Facilitator => Purpose.DeliverGroup,
                Role.Volunteer or Role.VolunteerCoordinator => Purpose.SupportVolunteer,
                Role.ProtectionOfficer => Purpose.SubjectRequest,
                Role.CareWorker when Chance(25) => Pick([Purpose.Refer, Purpose.Emergency]),
                _ => Purpose.CoordinateTrajectory,
            };
        return new(actor, Pick([.. Tables]), Chance(actor.Parent is null ? 75 : 50) ? Act.Read : Act.Write, purpose);
    }

    DateTime Begun() => Now + (Chance(92) ? Pick(Before) : Pick(Around));

    DateTime? Ended() => Chance(75) ? null : Now + Pick(Around);

    bool Chance(int percent) => random.Next(100) < percent;

    TItem Pick<TItem>(IReadOnlyList<TItem> items) => items[random.Next(items.Count)];

    static IEnumerable<TItem> Times<TItem>(int times, Func<int, TItem> make) => Enumerable.Range(0, times).Select(make).ToList();

    Guid NewId() => PolicyFacts.NewId(random);
}
