using Nestwerk.Access;

namespace Nestwerk.Families;

/// <summary>What a consent can be asked for: whatever the policy passes on with a yes only.</summary>
public static class ConsentRules
{
    /// <summary>For what it is asked, in the order of the page.</summary>
    public static readonly IReadOnlyList<Purpose> Purposes = [Purpose.CoordinateTrajectory, Purpose.Refer, Purpose.SupportVolunteer];

    /// <summary>Which classes a yes can open for a purpose. What is given row by row is asked where the row stands.</summary>
    public static IReadOnlyList<DataClass> Classes(Purpose purpose) =>
        [
            .. AccessPolicy
                .Table.Where(grant => grant.Purpose == purpose && grant is { Asks: true, ByName: false })
                .Select(grant => grant.Class)
                .Distinct()
                .Order(),
        ];

    /// <summary>For so many months a yes can be given; null lasts until she says stop.</summary>
    public static readonly IReadOnlyList<int?> Months = [null, 3, 6, 12];
}

/// <summary>A worker wants to ask something again on a day. Of whom is hers to remember: a no leaves nothing behind.</summary>
public sealed class AskAgain
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly On { get; init; }
    public DateTime? DoneAt { get; private set; }

    public void Done(DateTime now) => DoneAt ??= now;
}
