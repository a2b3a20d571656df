using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Officer;

public enum CaseKind
{
    /// <summary>A request of the person herself.</summary>
    Request,

    /// <summary>Something of hers was seen by who should not.</summary>
    Breach,

    /// <summary>A judge asks for one named file.</summary>
    Legal,
}

/// <summary>
/// The data protection officer opens one family, for one reason, together with a second person; until then she sees nothing of it.
/// It keeps the id of the family only, so that it can be accounted for when the family is erased.
/// </summary>
[Keeps("to account for a look by the officer and a second person", Terms.Fact, About = "a family, by its number; the officer")]
public sealed class OfficerCase
{
    /// <summary>After so many days it closes by itself.</summary>
    public const int Days = 30;

    public required Guid Id { get; init; }
    public required Guid OfFamily { get; init; }

    /// <summary>The organisation that answers for the family.</summary>
    public required Guid ControllerId { get; init; }
    public required CaseKind Kind { get; init; }

    /// <summary>The request, the breach or the legal request it is about.</summary>
    public required Guid AboutId { get; init; }
    public required Guid OpenedBy { get; init; }
    public required DateTime OpenedAt { get; init; }
    public Guid? ConfirmedBy { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }
    public Guid? RefusedBy { get; private set; }
    public DateTime? RefusedAt { get; private set; }
    public DateTime? ClosedAt { get; private set; }

    public bool Waits => ConfirmedAt is null && RefusedAt is null && ClosedAt is null;

    public bool IsOpen(DateTime now) => ConfirmedAt is { } from && ClosedAt is null && now < from.AddDays(Days);

    /// <summary>The second person says yes: from here on the officer stands beside the family, until the case ends.</summary>
    /// <returns>The relation; null when it is the same person, or it was decided already.</returns>
    public Relation? Confirm(Guid by, DateTime now)
    {
        if (!Waits || by == OpenedBy)
            return null;
        (ConfirmedBy, ConfirmedAt) = (by, now);
        var relation = new Relation
        {
            FamilyId = OfFamily,
            Id = Ids.New(),
            Holder = Holder.Person,
            HolderId = OpenedBy,
            Basis = Basis.Case,
            BasisId = Id,
            Classes = DataClasses.Whole,
            From = now,
        };
        relation.End(OpenedBy, now.AddDays(Days));
        return relation;
    }

    public void Refuse(Guid by, DateTime now)
    {
        if (Waits && by != OpenedBy)
            (RefusedBy, RefusedAt) = (by, now);
    }

    public void Close(DateTime now) => ClosedAt ??= now;
}

/// <summary>A judge or the police ask for something: who, with which order, what exactly, and who advises us.</summary>
public sealed class LegalRequest
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid RecordedBy { get; init; }
    public required DateTime At { get; init; }
    public required string Authority { get; set; }
    public required string Order { get; set; }
    public required string Scope { get; set; }
    public required string Lawyer { get; set; }
}

/// <summary>Something was seen by who should not, or was lost. The clock of 72 hours runs from the moment we know it.</summary>
public sealed class Breach
{
    public static readonly TimeSpan ToReport = TimeSpan.FromHours(72);

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid RecordedBy { get; init; }
    public required DateTime KnownAt { get; init; }

    /// <summary>What happened, without a name of anybody.</summary>
    public required string What { get; set; }

    /// <summary>Whose account was misused; null when it is something else.</summary>
    public Guid? PersonId { get; set; }
    public DateTime? From { get; set; }
    public DateTime? Until { get; set; }
    public DateTime? ReportedAt { get; private set; }
    public DateTime? ToldAt { get; private set; }
    public DateTime? ClosedAt { get; private set; }

    public DateTime DueAt => KnownAt + ToReport;

    /// <summary>Reported to the authority.</summary>
    public void Report(DateTime now) => ReportedAt ??= now;

    /// <summary>Those whom it touches were told.</summary>
    public void Tell(DateTime now) => ToldAt ??= now;

    public void Close(DateTime now) => ClosedAt ??= now;
}
