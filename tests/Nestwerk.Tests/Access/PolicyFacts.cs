using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Access;

/// <summary>Makes facts of one family, as random as the seed says.</summary>
sealed class PolicyFacts(Random random, Guid family, Guid[] members)
{
    static readonly DataClasses[] Bundles =
    [
        DataClasses.Whole,
        DataClasses.Whole,
        DataClasses.Group,
        DataClasses.Contact,
        DataClasses.Care | DataClasses.Confidential,
        DataClasses.None,
    ];

    static readonly Sealed Nothing = new([0]);

    public static Guid NewId(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }

    public Relation Relation(Guid holder, DateTime from, DateTime? until)
    {
        var relation = new Relation
        {
            FamilyId = family,
            Id = NewId(random),
            MemberId = random.Next(2) == 0 ? null : Member(),
            Holder = Holder.Person,
            HolderId = holder,
            Basis = Pick([.. Enum.GetValues<Basis>(), Basis.CareTeam, Basis.CareTeam, Basis.Enrolment, Basis.Enrolment]),
            BasisId = family,
            Classes = Pick(Bundles),
            From = from,
        };
        if (until is { } end)
            relation.End(family, end);
        return relation;
    }

    public Consent Consent(Guid recipient, Guid? part, DateTime from, DateTime? until)
    {
        var consent = new Consent
        {
            FamilyId = family,
            Id = NewId(random),
            MemberId = Member(),
            GivenBy = Member(),
            Purpose = Pick([Purpose.CoordinateTrajectory, Purpose.CoordinateTrajectory, Purpose.Refer, Purpose.SupportVolunteer]),
            Class = Pick([
                DataClass.Contact,
                DataClass.Attendance,
                DataClass.Needs,
                DataClass.Care,
                DataClass.Care,
                DataClass.Confidential,
            ]),
            Recipient = Holder.Person,
            RecipientId = recipient,
            PartId = part,
            Evidence = Evidence.Spoken,
            Language = "nl",
            TextVersion = "1",
            AskedBy = recipient,
            From = from,
        }.Lasting(random.Next(2) == 0 ? until : null);
        if (until is { } end)
            consent.Withdraw(family, end);
        return consent;
    }

    public Exclusion Exclusion(Guid excluded, DateTime from, DateTime? until)
    {
        var exclusion = new Exclusion
        {
            FamilyId = family,
            Id = NewId(random),
            MemberId = random.Next(3) == 0 ? null : Member(),
            AskedBy = Member(),
            ExcludedId = excluded,
            From = from,
        };
        if (until is { } end)
            exclusion.End(end);
        return exclusion;
    }

    public Protection Protection(DateTime from, DateTime? until)
    {
        var protection = new Protection
        {
            FamilyId = family,
            Id = NewId(random),
            MemberId = Member(),
            PlacedBy = family,
            From = from,
            Alias = Nothing,
            CodeWord = Nothing,
        };
        if (until is { } end)
            protection.End(end);
        return protection;
    }

    public Restriction Restriction(DateTime from, DateTime? until)
    {
        var restriction = new Restriction
        {
            FamilyId = family,
            Id = NewId(random),
            MemberId = random.Next(2) == 0 ? null : Member(),
            PlacedBy = family,
            From = from,
        };
        if (until is { } end)
            restriction.End(end);
        return restriction;
    }

    public BreakGlass Glass(Guid person, DateTime from, DateTime? until) =>
        new()
        {
            FamilyId = family,
            Id = NewId(random),
            PersonId = person,
            Reason = GlassReason.DangerNow,
            Why = Nothing,
            From = from,
            Until = until,
        };

    Guid Member() => Pick(members);

    TItem Pick<TItem>(TItem[] items) => items[random.Next(items.Length)];
}
