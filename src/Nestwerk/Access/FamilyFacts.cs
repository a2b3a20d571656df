using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>A fact that holds from one moment until another; no end yet is null. The end itself is no longer part of it.</summary>
public interface ILasting
{
    DateTime From { get; }
    DateTime? Until { get; }
}

/// <summary>
/// Whose family file it is, and the key that opens what is sealed in it. The row goes when the family is erased:
/// what copies still hold can then be opened by nobody.
/// </summary>
[Keeps("opens what is sealed; says who answers for the file", Terms.Family)]
public sealed class FamilyKey
{
    public required Guid FamilyId { get; init; }

    /// <summary>The organisation that answers for the file.</summary>
    public required Guid ControllerId { get; init; }

    /// <summary>The family's key, sealed under the key ring.</summary>
    public required string Wrapped { get; set; }
    public required DateTime MadeAt { get; init; }
}

/// <summary>Why somebody stands beside a family.</summary>
public enum Basis
{
    Enrolment,
    Referral,
    CareTeam,
    Match,

    /// <summary>Looking for a volunteer: who proposes may see what the proposal needs.</summary>
    Candidate,

    /// <summary>A request of the person herself, or a breach: opened by a protection officer with a second person.</summary>
    Case,
}

public enum Holder
{
    Person,
    Team,
    Organisation,
}

/// <summary>Somebody stands beside a family, or one person in it. Whoever ends what it rests on ends it in the same transaction.</summary>
[Keeps("decides who may know", Terms.Fact, About = "the family, and who stands beside it")]
public sealed class Relation : ILasting
{
    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>The member it is about; null when it is the whole family.</summary>
    public Guid? MemberId { get; init; }
    public required Holder Holder { get; init; }
    public required Guid HolderId { get; init; }
    public required Basis Basis { get; init; }

    /// <summary>What it rests on: the enrolment, the referral, the match; its own id when it stands by itself.</summary>
    public required Guid BasisId { get; init; }
    public required DataClasses Classes { get; init; }
    public required DateTime From { get; init; }
    public DateTime? Until { get; private set; }
    public Guid? EndedBy { get; private set; }

    public void End(Guid by, DateTime now)
    {
        if (Until is null || now < Until)
            (Until, EndedBy) = (now, by);
    }

    /// <summary>The same, about one member only.</summary>
    public Relation About(Guid member) =>
        new()
        {
            FamilyId = FamilyId,
            Id = Ids.New(),
            MemberId = member,
            Holder = Holder,
            HolderId = HolderId,
            Basis = Basis,
            BasisId = BasisId,
            Classes = Classes,
            From = From,
            Until = Until,
            EndedBy = EndedBy,
        };
}

/// <summary>How she said it.</summary>
public enum Evidence
{
    Spoken,
    OnPaper,
    OnHerPhone,
    WithInterpreter,
}

/// <summary>
/// One person's yes: for this purpose, this class of data and this recipient, from–until. It is never changed;
/// it is narrowed or withdrawn by an end and, where less remains, another row.
/// </summary>
[Keeps("shows what was agreed, how, in which language, until when", Terms.Fact, About = "who said yes")]
public sealed class Consent : ILasting
{
    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>Whose data it is about.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>Who said yes: she herself, or the keyholder of a child.</summary>
    public required Guid GivenBy { get; init; }
    public required Purpose Purpose { get; init; }
    public required DataClass Class { get; init; }
    public required Holder Recipient { get; init; }
    public required Guid RecipientId { get; init; }

    /// <summary>One row only, such as a paragraph of her story; null for all of the class that is not given out by part.</summary>
    public Guid? PartId { get; init; }
    public required Evidence Evidence { get; init; }

    /// <summary>The language in which it was asked.</summary>
    public required string Language { get; init; }

    /// <summary>The version of the text that was read out or shown.</summary>
    public required string TextVersion { get; init; }

    /// <summary>Who asked; she herself when she did it on her own page.</summary>
    public required Guid AskedBy { get; init; }
    public required DateTime From { get; init; }
    public DateTime? Until { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public Guid? WithdrawnBy { get; private set; }

    public static DateTime? Ending(DateTime from, int? months) => months is { } many ? from.AddMonths(many) : null;

    /// <summary>Until when it was given, where that was said.</summary>
    public Consent Lasting(DateTime? until)
    {
        Until = until;
        return this;
    }

    public void Withdraw(Guid by, DateTime now)
    {
        if (Until is null || now < Until)
            (Until, WithdrawnAt, WithdrawnBy) = (now, now, by);
    }
}
