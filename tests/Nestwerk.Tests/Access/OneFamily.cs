using Nestwerk.Access;

namespace Nestwerk.Tests.Access;

/// <summary>One made-up family for the rules about one row: a mother, a father, a baby, and what Access knows about them.</summary>
sealed class OneFamily
{
    public static readonly DateTime Now = new(2027, 3, 9, 9, 0, 0, DateTimeKind.Utc);
    public static readonly Guid Id = Number(1);
    public static readonly Guid Mother = Number(2);
    public static readonly Guid Father = Number(3);
    public static readonly Guid Baby = Number(4);
    public static readonly Guid House = Number(10);

    /// <summary>Another organisation of the same network.</summary>
    public static readonly Guid NextDoor = Number(11);
    public static readonly Guid Far = Number(12);
    public static readonly Guid Team = Number(13);
    public static readonly Guid Her = Number(20);
    public static readonly Guid Somebody = Number(21);

    readonly PolicyFacts made = new(new Random(1), Id, [Mother]);

    public Guid Controller { get; init; } = House;
    public Basis Basis { get; init; } = Basis.CareTeam;
    public List<Relation> Relations { get; } = [];
    public List<Consent> Consents { get; } = [];
    public List<Exclusion> Exclusions { get; } = [];
    public List<Protection> Protections { get; } = [];
    public List<Restriction> Restrictions { get; } = [];
    public List<BreakGlass> Glasses { get; } = [];

    public FamilyFacts Facts => new(Id, Controller, Relations, Consents, Exclusions, Protections, Restrictions, Glasses);

    public static Actor Worker(Role role, params Role[] more) =>
        new(Her, "Kaat", true, [.. more.Prepend(role).Select(each => new Post(House, "Ninove", each, Near(each)))]);

    public static Actor Parent(Guid member, params Guid[] keeps) => new(member, "Mara", true, []) { Parent = new(Id, member, keeps) };

    public static bool GlassOpens(DataClass data) => data is DataClass.Contact or DataClass.Attendance or DataClass.Needs or DataClass.Care;

    /// <summary>The facts with a relation to this holder, from yesterday, for every class.</summary>
    public FamilyFacts Beside(Guid holder, Guid? member = null, DataClasses classes = (DataClasses)~0, DateTime? until = null)
    {
        var relation = new Relation
        {
            FamilyId = Id,
            Id = Number(30 + Relations.Count),
            MemberId = member,
            Holder = Holder.Person,
            HolderId = holder,
            Basis = Basis,
            BasisId = Id,
            Classes = classes,
            From = Now.AddDays(-1),
        };
        if (until is { } end)
            relation.End(holder, end);
        Relations.Add(relation);
        return Facts;
    }

    public Consent Yes(
        Guid to,
        DataClass data,
        Purpose purpose = Purpose.CoordinateTrajectory,
        Guid? part = null,
        DateTime? until = null
    ) =>
        new Consent
        {
            FamilyId = Id,
            Id = Number(50 + Consents.Count),
            MemberId = Mother,
            GivenBy = Mother,
            Purpose = purpose,
            Class = data,
            Recipient = Holder.Person,
            RecipientId = to,
            PartId = part,
            Evidence = Evidence.Spoken,
            Language = "nl",
            TextVersion = "1",
            AskedBy = to,
            From = Now.AddDays(-1),
        }.Lasting(until);

    /// <summary>She asked that this one learns nothing about her; about the whole family with no member.</summary>
    public OneFamily Without(Guid excluded, Guid? about, DateTime? until = null)
    {
        var exclusion = new Exclusion
        {
            FamilyId = Id,
            Id = Number(70 + Exclusions.Count),
            MemberId = about,
            AskedBy = Mother,
            ExcludedId = excluded,
            From = Now.AddDays(-1),
        };
        if (until is { } end)
            exclusion.End(end);
        Exclusions.Add(exclusion);
        return this;
    }

    public OneFamily Protected()
    {
        Protections.Add(made.Protection(Now.AddDays(-1), null));
        return this;
    }

    /// <summary>The use of everything is stopped.</summary>
    public OneFamily Restricted()
    {
        Restrictions.Add(
            new()
            {
                FamilyId = Id,
                Id = Number(80),
                PlacedBy = Somebody,
                From = Now.AddDays(-1),
            }
        );
        return this;
    }

    public OneFamily Broken(Guid by, DateTime? until = null)
    {
        Glasses.Add(made.Glass(by, Now.AddMinutes(-10), until ?? Now.AddMinutes(50)));
        return this;
    }

    /// <summary>About the mother, told by nobody, written by another, not shown, unless said otherwise.</summary>
    public PolicyRow Row(Guid? about = null, Guid? toldBy = null, Guid? writtenBy = null, DateTime? shown = null, bool ofAll = false) =>
        new(Id, Number(99), ofAll ? null : about ?? Mother, toldBy, writtenBy ?? Somebody, shown);

    static Guid[] Near(Role role) => role is Role.CareWorker or Role.NetworkCoordinator ? [House, NextDoor] : [];

    static Guid Number(int number) => new(number, 0, 0, new byte[8]);
}
