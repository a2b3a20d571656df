using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>Organisations that work for the same families in the same area. An organisation may stand in several.</summary>
public sealed class Network
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public List<Organisation> Organisations { get; } = [];
}

public sealed class Organisation : IOnPublicPages
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public List<Network> Networks { get; } = [];
}

/// <summary>Somebody who works here. The account is how she signs in; a person may have none.</summary>
public sealed class Person : IOnPublicPages
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }

    /// <summary>What she is, in her own words: midwife, group worker.</summary>
    public string Profession { get; set; } = "";
    public string Language { get; set; } = "nl";

    /// <summary>What binds her, as her organisation decided.</summary>
    public Secrecy Secrecy { get; set; }
    public Guid? AccountId { get; set; }
}

/// <summary>
/// A person's role at an organisation, from one day until another (both included; no end yet is null).
/// She may hold several at once. The row is never overwritten: a role ends and another begins.
/// </summary>
public sealed class Appointment : IOnPublicPages
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Role Role { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; private set; }

    public static Appointment Beginning(Guid person, Guid organisation, Role role, DateOnly day) =>
        new()
        {
            Id = Ids.New(),
            PersonId = person,
            OrganisationId = organisation,
            Role = role,
            From = day,
        };

    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);

    public void EndOn(DateOnly lastDay) => Until = lastDay;
}

public enum Role
{
    Facilitator,
    LibraryEditor,
    NetworkCoordinator,
    OrganisationAdmin,

    /// <summary>Looks after the instance: settings, mail, pictures, backups. Sees no content.</summary>
    PlatformAdmin,

    /// <summary>Midwife, social worker, nurse: stands beside families.</summary>
    CareWorker,
    Volunteer,
    VolunteerCoordinator,

    /// <summary>Data protection officer: opens a case, together with a second person, and sees what it needs.</summary>
    ProtectionOfficer,
    PracticeReviewer,
    ReportReader,
}

/// <summary>People of one organisation who carry families together; who is in it changes, what they hold stays.</summary>
public sealed class CareTeam
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Name { get; set; }
}

/// <summary>Somebody is in a team from one day until another, both included.</summary>
public sealed class CareTeamMembership
{
    public required Guid Id { get; init; }
    public required Guid TeamId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; set; }
}
