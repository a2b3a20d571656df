namespace Nestwerk.Access;

/// <summary>One line of the policy as people read it: who may open what, for what, on which ground.</summary>
/// <param name="Asks">Whether a yes is needed beside the ground.</param>
/// <param name="ByName">Whether that yes must name her.</param>
public sealed record Grant(Role Role, DataClass Class, bool Writes, Purpose Purpose, Basis Basis, bool Asks, bool ByName);

/// <summary>What somebody is bound by. An organisation decides it before she stands beside a family.</summary>
public enum Secrecy
{
    /// <summary>By her state or profession: what she learns stays with her, before a court too.</summary>
    Professional,

    /// <summary>By her promise only: she opens nothing that was told in confidence.</summary>
    Discretion,
}
