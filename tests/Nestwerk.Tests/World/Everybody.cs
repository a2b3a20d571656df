using Microsoft.AspNetCore.Identity;
using Nestwerk.Access;
using Nestwerk.Playbook;
using static Nestwerk.Tests.World.Place;

namespace Nestwerk.Tests.World;

/// <summary>The people of the test world: one for each way of standing in it.</summary>
public static class Everybody
{
    public const string Password = "zeven koppen thee op tafel";
    public static readonly string PasswordHash = new PasswordHasher<IdentityUser<Guid>>().HashPassword(new(), Password);

    public static readonly Inhabitant Facilitator = new("An De Smet", new Duty(Role.Facilitator, Ninove));

    /// <summary>Works beside the facilitator and has no part in her plans.</summary>
    public static readonly Inhabitant Colleague = new("Bea Claes", new Duty(Role.Facilitator, Ninove));

    /// <summary>Stands on the facilitator's plans where a test puts her there.</summary>
    public static readonly Inhabitant CoFacilitator = new("Cato Maes", new Duty(Role.Facilitator, Ninove));
    public static readonly Inhabitant LibraryEditor = new("Dina Wouters", new Duty(Role.LibraryEditor, Ninove));

    /// <summary>Reads in all organisations of the network of Ninove and Lede.</summary>
    public static readonly Inhabitant Coordinator = new("Emma Peeters", new Duty(Role.NetworkCoordinator, Ninove));
    public static readonly Inhabitant Admin = new("Fien Jacobs", new Duty(Role.OrganisationAdmin, Ninove));

    /// <summary>Midwife; stands beside the families where a test puts her.</summary>
    public static readonly Inhabitant Midwife = new("Kaat Willems", new Duty(Role.CareWorker, Ninove));

    /// <summary>Social worker in the same network, at another organisation.</summary>
    public static readonly Inhabitant SocialWorker = new("Leila Amrani", new Duty(Role.CareWorker, Lede));
    public static readonly Inhabitant Volunteer = new("Mia De Wolf", new Duty(Role.Volunteer, Ninove));
    public static readonly Inhabitant VolunteerCoordinator = new("Noor Baert", new Duty(Role.VolunteerCoordinator, Ninove));
    public static readonly Inhabitant Officer = new("Oona Thijs", new Duty(Role.ProtectionOfficer, Ninove));
    public static readonly Inhabitant Reviewer = new("Paula Segers", new Duty(Role.PracticeReviewer, Ninove));
    public static readonly Inhabitant ReportReader = new("Quinten Bos", new Duty(Role.ReportReader, Ninove));
    public static readonly Inhabitant Technician = new("Rik Leys", new Duty(Role.PlatformAdmin, Ninove));

    /// <summary>Same network, other organisation.</summary>
    public static readonly Inhabitant Neighbour = new("Greet Aerts", new Duty(Role.Facilitator, Lede));

    /// <summary>Other network, with every role there is.</summary>
    public static readonly Inhabitant Stranger = new(
        "Hélène Lambert",
        new Duty(Role.Facilitator, Liege),
        new Duty(Role.LibraryEditor, Liege),
        new Duty(Role.NetworkCoordinator, Liege),
        new Duty(Role.OrganisationAdmin, Liege),
        new Duty(Role.CareWorker, Liege)
    );

    /// <summary>Has an account and no post.</summary>
    public static readonly Inhabitant Postless = new("Ida Goossens");

    /// <summary>Had a post; it ended the day before the clock of the tests starts.</summary>
    public static readonly Inhabitant Former = new("Jo Hermans", new Duty(Role.Facilitator, Ninove, new DateOnly(2027, 3, 8)));

    public static readonly IReadOnlyList<Inhabitant> All =
    [
        Facilitator,
        Colleague,
        CoFacilitator,
        LibraryEditor,
        Coordinator,
        Admin,
        Midwife,
        SocialWorker,
        Volunteer,
        VolunteerCoordinator,
        Officer,
        Reviewer,
        ReportReader,
        Technician,
        Neighbour,
        Stranger,
        Postless,
        Former,
    ];

    /// <summary>Everything a new test database holds beside the first lists.</summary>
    public static IEnumerable<object> Rows()
    {
        var houses = new[] { Ninove, Lede }.Select(place => place.Organisation()).ToList();
        var network = new Network { Id = IdOf("network", "Dender"), Name = "Perinataal netwerk Dender" };
        network.Organisations.AddRange(houses);
        var foreign = new Network { Id = IdOf("network", "Meuse"), Name = "Réseau périnatal Meuse" };
        foreign.Organisations.Add(Liege.Organisation());
        return
        [
            network,
            foreign,
            .. new[] { Ninove, Lede, Liege }.Select(place => place.Book()),
            .. All.SelectMany(person => person.Rows()),
        ];
    }
}
