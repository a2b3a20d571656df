using Nestwerk.Shared;

namespace Nestwerk.Access.Team;

/// <summary>What changes when somebody's roles become these. Pure: past appointments stay, new ones begin today, ended ones end yesterday.</summary>
public static class RoleChange
{
    /// <summary>Roles an admin of an organisation can give; looking after the instance is given by whoever has it.</summary>
    public static IReadOnlyList<Role> ToGive(Actor giver) =>
        [.. Enum.GetValues<Role>().Where(role => role != Role.PlatformAdmin || giver.Is(Role.PlatformAdmin))];

    /// <param name="posts">All her appointments at the organisation.</param>
    /// <param name="wanted">What she will be.</param>
    /// <param name="giveable">Only these roles are touched.</param>
    /// <param name="today">The day in the house.</param>
    /// <returns>Appointments that end, and roles that begin.</returns>
    public static (IReadOnlyList<Appointment> Ends, IReadOnlyList<Role> Begins) Between(
        IEnumerable<Appointment> posts,
        IReadOnlyCollection<Role> wanted,
        IReadOnlyCollection<Role> giveable,
        DateOnly today
    )
    {
        var held = posts.Where(post => post.HoldsOn(today)).ToList();
        return (
            [.. held.Where(post => giveable.Contains(post.Role) && !wanted.Contains(post.Role))],
            [.. wanted.Intersect(giveable).Where(role => held.TrueForAll(post => post.Role != role))]
        );
    }

    /// <summary>Roles that stand beside families, or watch over them. Nobody gives one to herself, not even in a house of one.</summary>
    static readonly Role[] BesideFamilies =
    [
        Role.CareWorker,
        Role.NetworkCoordinator,
        Role.Volunteer,
        Role.VolunteerCoordinator,
        Role.ProtectionOfficer,
    ];

    /// <summary>Why this change cannot be made; nothing when it can.</summary>
    /// <param name="held">What she is today.</param>
    public static IEnumerable<Problem> Problems(
        IReadOnlyCollection<Role> wanted,
        IReadOnlyCollection<Role> held,
        bool isSelf,
        bool hasOtherAdmin
    )
    {
        var wasAdmin = held.Contains(Role.OrganisationAdmin);
        if (isSelf && hasOtherAdmin)
            yield return new("", "team.problem.self");
        else if (isSelf && wanted.Except(held).Intersect(BesideFamilies).Any())
            yield return new("", "team.problem.selfFamily");
        else if (wasAdmin && !hasOtherAdmin && !wanted.Contains(Role.OrganisationAdmin))
            yield return new("", "team.problem.lastAdmin");
    }
}
