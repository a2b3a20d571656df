using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>What somebody is in a family. No label says more than that.</summary>
public enum Kin
{
    Mother,
    Father,
    CoMother,
    OtherParent,
    Child,
    Unborn,
}

/// <summary>
/// Somebody of a family: a parent of any kind, a child by the month of birth, or one still expected by the month it is due.
/// A nickname is enough. The full date is kept, sealed, only where a trajectory or a match needs it.
/// </summary>
[Holds(DataClass.Contact)]
[Keeps(
    "to call her as she wants, and to know for whom a group or a worker is there",
    Terms.Family,
    About = "a parent, a child or an unborn child"
)]
public sealed class FamilyMember : IFamilyRow
{
    const string NameColumn = "FamilyMember.Name";
    const string DayColumn = "FamilyMember.Day";

    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }
    public Guid? SubjectId { get; init; }
    public required Guid? ToldBy { get; init; }
    public required Guid? WrittenBy { get; init; }
    public DateTime? ShownAt { get; set; }
    public required DateTime MadeAt { get; init; }
    public required Kin Kin { get; set; }

    /// <summary>As she wants to be called; sealed.</summary>
    public Sealed Name { get; private set; } = null!;

    /// <summary>The first day of the month of birth, or of the month it is expected.</summary>
    public DateOnly? Month { get; set; }

    /// <summary>The day itself; sealed, and only where it is needed.</summary>
    public Sealed? Day { get; private set; }

    /// <summary>The language she wants to be spoken and written to in, as a code.</summary>
    public string Language { get; set; } = Languages.Default;

    /// <summary>Who speaks for a child.</summary>
    public Guid? KeeperId { get; set; }

    /// <summary>No longer of this family: elsewhere, or gone. What was written stays until it is erased.</summary>
    public DateTime? LeftAt { get; set; }

    public bool IsParent => Kin is not (Kin.Child or Kin.Unborn);

    public string NameIn(FamilySeal seal) => seal.Open(Name, NameColumn, Id);

    public void Call(string name, FamilySeal seal) => Name = seal.Seal(name, NameColumn, Id);

    public DateOnly? DayIn(FamilySeal seal) =>
        seal.OpenOrNull(Day, DayColumn, Id) is { } day
            ? DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : null;

    /// <summary>Keeps the full day, because something needs it; the month follows.</summary>
    public void NeedsDay(DateOnly day, FamilySeal seal)
    {
        Day = seal.Seal(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), DayColumn, Id);
        Month = new(day.Year, day.Month, 1);
    }

    /// <summary>Forgets the full day; the month stays.</summary>
    public void ForgetDay() => Day = null;

    public static FamilyMember New(Guid family, Kin kin, string name, FamilySeal seal, Guid? toldBy, Guid? writtenBy, DateTime now)
    {
        var id = Ids.New();
        var member = new FamilyMember
        {
            FamilyId = family,
            Id = id,
            SubjectId = id,
            ToldBy = toldBy ?? (kin is Kin.Child or Kin.Unborn ? null : id),
            WrittenBy = writtenBy,
            MadeAt = now,
            Kin = kin,
        };
        member.Call(name, seal);
        return member;
    }
}
