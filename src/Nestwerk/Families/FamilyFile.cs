using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>
/// One family: the unit of keeping, sealing, taking out and erasing. An enrolment makes a small one, with one person and one channel;
/// it becomes whole when a care team forms around it.
/// </summary>
[Holds(DataClass.Contact)]
[Keeps("the unit that is sealed, given out and erased", Terms.Family)]
public sealed class FamilyFile : IFamilyRow
{
    public required Guid FamilyId { get; init; }
    public Guid Id { get; init; }
    public required DateTime MadeAt { get; init; }
    public Guid? WrittenBy { get; init; }
    public Guid? SubjectId { get; init; }
    public Guid? ToldBy { get; init; }
    public DateTime? ShownAt { get; init; }

    /// <summary>Since when a care team may stand around it; null for a small file.</summary>
    public DateTime? WholeSince { get; private set; }

    public static FamilyFile Begin(Guid? by, DateTime now)
    {
        var id = Ids.New();
        return new()
        {
            FamilyId = id,
            Id = id,
            MadeAt = now,
            WrittenBy = by,
        };
    }

    public void BecomeWhole(DateTime now) => WholeSince ??= now;
}
