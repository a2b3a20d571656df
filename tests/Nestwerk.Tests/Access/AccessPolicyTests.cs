using Nestwerk.Access;

namespace Nestwerk.Tests.Access;

/// <summary>Every combination, against the rule written down a second time, as sentences.</summary>
public sealed class AccessPolicyTests
{
    static readonly Guid Home = Guid.Parse("00000000-0000-0000-0000-00000000000a");
    static readonly Guid Neighbour = Guid.Parse("00000000-0000-0000-0000-00000000000b");
    static readonly Guid Foreign = Guid.Parse("00000000-0000-0000-0000-00000000000c");
    static readonly Guid Her = Guid.Parse("00000000-0000-0000-0000-000000000001");
    static readonly Guid Other = Guid.Parse("00000000-0000-0000-0000-000000000002");

    public static TheoryData<Role, DataClass, Act, string, bool> Everything() =>
        [
            .. from role in Enum.GetValues<Role>()
            from data in Enum.GetValues<DataClass>()
            from act in Enum.GetValues<Act>()
            from place in new[] { "home", "neighbour", "foreign" }
            from hers in new[] { true, false }
            select (role, data, act, place, hers),
        ];

    [Theory]
    [MemberData(nameof(Everything))]
    public void Each_role_may_exactly_what_the_house_agreed(Role role, DataClass data, Act act, string place, bool hers)
    {
        var held = new Held(data, [At(place)], hers ? [Her] : [Other]);

        Assert.Equal(Agreed(role, data, act, place, hers), AccessPolicy.Decide(Actor(role), act, held));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Nothing_is_open_without_a_second_factor_or_a_name(Role role, DataClass data, Act act, string place, bool hers)
    {
        var held = new Held(data, [At(place)], hers ? [Her] : [Other]);

        Assert.Equal(Reason.NoSecondFactor, AccessPolicy.Decide(Actor(role) with { SecondFactor = false }, act, held));
        Assert.Equal(Reason.NotSignedIn, AccessPolicy.Decide(Nestwerk.Access.Actor.Nobody, act, held));
        Assert.Empty(AccessPolicy.Reach(Actor(role) with { SecondFactor = false }, data, act));
        Assert.Empty(AccessPolicy.Reach(Nestwerk.Access.Actor.Nobody, data, act));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Reach_never_gives_more_than_the_decision_on_one_thing(Role role, DataClass data, Act act, string place, bool hers)
    {
        var reached = AccessPolicy.Reach(Actor(role), data, act).Contains(At(place));
        var reason = AccessPolicy.Decide(Actor(role), act, new(data, [At(place)], hers ? [Her] : [Other]));
        var isOpenBook = data == DataClass.Public && act == Act.Read;

        Assert.Equal(reached || isOpenBook, reason is Reason.Allowed or Reason.NotHers);
    }

    [Fact]
    public void Without_a_role_even_the_book_stays_closed() =>
        Assert.Equal(Reason.NoRole, AccessPolicy.Decide(new(Her, "An", true, []), Act.Read, new(DataClass.Public, [Home], [])));

    [Fact]
    public void Several_roles_add_up_and_none_lends_its_place_to_another()
    {
        var actor = new Actor(Her, "An", true, [new(Home, "Ninove", Role.Facilitator, []), new(Foreign, "Luik", Role.LibraryEditor, [])]);

        Assert.Equal([Home], AccessPolicy.Reach(actor, DataClass.Working, Act.Read));
        Assert.Equal([Foreign], AccessPolicy.Reach(actor, DataClass.Public, Act.Write));
        Assert.Equal(Reason.OtherOrganisation, AccessPolicy.Decide(actor, Act.Read, new(DataClass.Working, [Foreign], [Her])));
    }

    [Fact]
    public void What_several_organisations_hold_opens_through_one_of_them() =>
        Assert.True(AccessPolicy.May(Actor(Role.LibraryEditor), Act.Write, new(DataClass.Public, [Foreign, Home], [])));

    static Reason Agreed(Role role, DataClass data, Act act, string place, bool hers)
    {
        if (data == DataClass.Public && act == Act.Read)
            return Reason.Allowed; // Everybody who works here reads every book.
        if (!Concerns(role).Contains(data) || (OnlyLooks(role) && act == Act.Write))
            return Reason.NoRole;
        var looksAround = role == Role.NetworkCoordinator && act == Act.Read && place == "neighbour";
        if (place != "home" && !looksAround)
            return Reason.OtherOrganisation;
        return data == DataClass.Working && act == Act.Write && !hers ? Reason.NotHers : Reason.Allowed;
    }

    /// <summary>What a role has to do with: editors with books, admins also with people, whoever looks after the system with nothing of it.</summary>
    static DataClass[] Concerns(Role role) =>
        role switch
        {
            Role.LibraryEditor => [DataClass.Public],
            Role.OrganisationAdmin => [DataClass.Working, DataClass.Staff],
            Role.PlatformAdmin or Role.Volunteer or Role.PracticeReviewer or Role.ReportReader => [],
            _ => [DataClass.Working],
        };

    static bool OnlyLooks(Role role) => role is Role.CareWorker or Role.ProtectionOfficer;

    static Guid At(string place) =>
        place switch
        {
            "home" => Home,
            "neighbour" => Neighbour,
            _ => Foreign,
        };

    static Actor Actor(Role role) =>
        new(Her, "An De Smet", true, [new(Home, "Ninove", role, role == Role.NetworkCoordinator ? [Home, Neighbour] : [])]);
}
