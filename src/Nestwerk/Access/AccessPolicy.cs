namespace Nestwerk.Access;

/// <summary>How private something is. Grows with the product; a class that is not named here is not stored.</summary>
public enum DataClass
{
    /// <summary>C0: the recipe book and the lists it uses.</summary>
    Public,

    /// <summary>C1: meetings, materials, running work of an organisation.</summary>
    Working,

    /// <summary>Who works at an organisation, in which roles, and how she signs in.</summary>
    Staff,
}

public enum Act
{
    Read,
    Write,
}

/// <summary>Why the answer is what it is. Kept in the audit, never shown.</summary>
public enum Reason
{
    Allowed,
    NotSignedIn,
    NoSecondFactor,
    NoRole,
    OtherOrganisation,
    NotHers,
}

/// <summary>What is asked for: its class, the organisations that hold it, and the people who may change it (for working data).</summary>
public sealed record Held(DataClass Class, IReadOnlyCollection<Guid> Organisations, IReadOnlyCollection<Guid> People);

/// <summary>
/// Who may do what, in one place: pure, default deny. <see cref="Decide"/> answers for one thing;
/// <see cref="Reach"/> is the same rule as a set of organisations, for the filter of a query.
/// </summary>
public static class AccessPolicy
{
    /// <summary>First reason that applies wins.</summary>
    public static Reason Decide(Actor actor, Act act, Held held)
    {
        if (!actor.IsSignedIn)
            return Reason.NotSignedIn;
        if (!actor.SecondFactor)
            return Reason.NoSecondFactor;
        if (!actor.Posts.Any(post => RoleAllows(post.Role, held.Class, act)))
            return Reason.NoRole;
        if (held.Class == DataClass.Public && act == Act.Read)
            return Reason.Allowed;
        if (!Reach(actor, held.Class, act).Any(held.Organisations.Contains))
            return Reason.OtherOrganisation;
        if (held.Class == DataClass.Working && act == Act.Write && !held.People.Contains(actor.PersonId))
            return Reason.NotHers;
        return Reason.Allowed;
    }

    public static bool May(Actor actor, Act act, Held held) => Decide(actor, act, held) == Reason.Allowed;

    /// <summary>The organisations whose things of this class the actor reaches. A coordinator reads her networks; everyone writes only at home.</summary>
    public static Guid[] Reach(Actor actor, DataClass data, Act act) =>
        !actor.IsSignedIn || !actor.SecondFactor
            ? []
            :
            [
                .. actor
                    .Posts.Where(post => RoleAllows(post.Role, data, act))
                    .SelectMany(post =>
                        act == Act.Read && post.Role == Role.NetworkCoordinator
                            ? post.Neighbours.Append(post.OrganisationId)
                            : [post.OrganisationId]
                    )
                    .Distinct(),
            ];

    static bool RoleAllows(Role role, DataClass data, Act act) =>
        (role, data, act) switch
        {
            (_, DataClass.Public, Act.Read) => true,
            (Role.LibraryEditor, DataClass.Public, Act.Write) => true,
            (Role.Facilitator or Role.NetworkCoordinator or Role.OrganisationAdmin, DataClass.Working, _) => true,
            (Role.OrganisationAdmin, DataClass.Staff, _) => true,
            _ => false,
        };
}
