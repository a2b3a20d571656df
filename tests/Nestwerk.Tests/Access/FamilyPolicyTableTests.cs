using Nestwerk.Access;
using Nestwerk.Tests.Architecture;

namespace Nestwerk.Tests.Access;

/// <summary>Every role, ground, purpose, class and act, against the table of roles written down a second time.</summary>
[Trait("Row", "R03")]
public sealed class FamilyPolicyTableTests
{
    /// <summary>
    /// Who, standing how, for what, may do what with which class. Last: what it takes beside standing there: nothing; a yes to
    /// everything; a yes to what others wrote; a yes that names her to what others wrote, and then to read only.
    /// </summary>
    const string Agreed = """
        Volunteer            Match      SupportVolunteer      Contact       r   a yes
        Volunteer            Match      SupportVolunteer      Attendance    rw  a yes to others
        Facilitator          Enrolment  DeliverGroup          Contact       r   nothing
        Facilitator          Enrolment  DeliverGroup          Attendance    rw  nothing
        Facilitator          Enrolment  DeliverGroup          Needs         r   nothing
        CareWorker           CareTeam   CoordinateTrajectory  Contact       rw  nothing
        CareWorker           CareTeam   CoordinateTrajectory  Attendance    rw  nothing
        CareWorker           CareTeam   CoordinateTrajectory  Needs         rw  nothing
        CareWorker           CareTeam   CoordinateTrajectory  Care          rw  a yes to others
        CareWorker           CareTeam   CoordinateTrajectory  Confidential  rw  a yes by name
        CareWorker           Referral   Refer                 Contact       r   a yes
        CareWorker           Referral   Refer                 Needs         r   a yes
        CareWorker           Referral   Refer                 Care          r   a yes
        NetworkCoordinator   CareTeam   CoordinateTrajectory  Contact       rw  nothing
        NetworkCoordinator   CareTeam   CoordinateTrajectory  Needs         rw  nothing
        NetworkCoordinator   CareTeam   CoordinateTrajectory  Care          rw  a yes to others
        VolunteerCoordinator Candidate  SupportVolunteer      Contact       r   a yes
        VolunteerCoordinator Candidate  SupportVolunteer      Needs         r   a yes
        VolunteerCoordinator Match      SupportVolunteer      Attendance    r   nothing
        ProtectionOfficer    Case       SubjectRequest        Contact       r   nothing
        ProtectionOfficer    Case       SubjectRequest        Attendance    r   nothing
        ProtectionOfficer    Case       SubjectRequest        Needs         r   nothing
        ProtectionOfficer    Case       SubjectRequest        Care          r   nothing
        ProtectionOfficer    Case       SubjectRequest        Confidential  r   nothing
        """;

    static readonly Dictionary<(Role, Basis, Purpose, DataClass), (bool Writes, string Takes)> Table = Agreed
        .Split('\n')
        .Select(line => line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .ToDictionary(
            cell => (Enum.Parse<Role>(cell[0]), Enum.Parse<Basis>(cell[1]), Enum.Parse<Purpose>(cell[2]), Enum.Parse<DataClass>(cell[3])),
            cell => (cell[4] == "rw", cell[5])
        );

    /// <summary>How it stands with the row: who wrote it, and whether somebody said yes.</summary>
    static readonly string[] Situations = ["written by another", "written by her", "a yes to her house", "a yes by name"];

    [Fact]
    public void Each_role_may_with_a_family_exactly_what_the_house_agreed() =>
        Verdict.Clean(
            from role in Enum.GetValues<Role>()
            from basis in Enum.GetValues<Basis>()
            from purpose in Enum.GetValues<Purpose>()
            from data in Enum.GetValues<DataClass>()
            from act in Enum.GetValues<Act>()
            from situation in Situations
            let expected = Expected(role, basis, purpose, data, act, situation)
            let said = Decide(role, basis, purpose, data, act, situation)
            where said != expected
            select $"{role} by {basis} for {purpose}, {act} {data}, {situation}: {said} instead of {expected}"
        );

    [Fact]
    public void The_table_for_people_to_read_says_the_same() =>
        Assert.Equivalent(
            Table.Select(line => new Grant(
                line.Key.Item1,
                line.Key.Item4,
                line.Value.Writes,
                line.Key.Item3,
                line.Key.Item2,
                line.Value.Takes != "nothing",
                line.Value.Takes == "a yes by name"
            )),
            AccessPolicy.Table,
            strict: true
        );

    [Fact]
    public void A_door_could_open_for_exactly_those_in_the_table() =>
        Verdict.Clean(
            from role in Enum.GetValues<Role>()
            from data in Enum.GetValues<DataClass>()
            from act in Enum.GetValues<Act>()
            let lines = Table.Where(line => line.Key.Item1 == role && line.Key.Item4 == data)
            where AccessPolicy.CouldEver(OneFamily.Worker(role), data, act) != lines.Any(line => act == Act.Read || line.Value.Writes)
            select $"{role} {act} {data}"
        );

    static Reason Expected(Role role, Basis basis, Purpose purpose, DataClass data, Act act, string situation)
    {
        var lines = Table.Where(line => line.Key.Item1 == role && line.Key.Item3 == purpose && line.Key.Item4 == data).ToList();
        if (!lines.Any(line => act == Act.Read || line.Value.Writes))
            return role == Role.CareWorker && act == Act.Read && purpose == Purpose.Emergency && OneFamily.GlassOpens(data)
                ? Reason.NoRelation // She could break the glass; nothing stands in for a role but a role.
                : Reason.NoRole;
        if (!Table.TryGetValue((role, basis, purpose, data), out var line2))
            return Reason.NoRelation;
        var enough = line2.Takes switch
        {
            "nothing" => true,
            "a yes" => situation.StartsWith("a yes", StringComparison.Ordinal),
            "a yes to others" => situation != "written by another",
            _ => situation == "written by her" || (situation == "a yes by name" && act == Act.Read),
        };
        return enough ? Reason.Allowed : Reason.NoConsent;
    }

    static Reason Decide(Role role, Basis basis, Purpose purpose, DataClass data, Act act, string situation)
    {
        var family = new OneFamily { Basis = basis };
        var actor = OneFamily.Worker(role);
        if (situation.StartsWith("a yes", StringComparison.Ordinal))
            family.Consents.Add(family.Yes(situation == "a yes by name" ? actor.PersonId : OneFamily.House, data, purpose));
        var row = family.Row(writtenBy: situation == "written by her" ? actor.PersonId : OneFamily.Somebody);
        return AccessPolicy.Decide(actor, new(act, data, false, purpose, OneFamily.Now), row, family.Beside(actor.PersonId));
    }
}
