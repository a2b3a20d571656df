using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>
/// What was erased, when, and until which day a copy can still hold it: ids, names of tables and numbers, nothing about anybody.
/// It carries the id of the tombstone it belongs to.
/// </summary>
[Splits(Splitting.Stays)]
[Keeps("to show that somebody was erased, and until when a copy could hold it", Terms.Forever, About = "nobody any more")]
public sealed class ErasureProof
{
    public required Guid FamilyId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>The member who was erased; null for the whole family.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>The organisation that answered for the family.</summary>
    public required Guid ControllerId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Who did it; null for the clock.</summary>
    public Guid? By { get; init; }

    /// <summary>How many rows of which table went, as <c>CareNotes=3;FamilyMembers=1</c>.</summary>
    public required string Counts { get; init; }

    /// <summary>The keys of that day, with which backups were sealed that still hold it, with commas.</summary>
    public required string Keys { get; init; }

    public IEnumerable<(string Table, int Rows)> Lines =>
        Counts
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('='))
            .Select(line => (line[0], int.Parse(line[1], System.Globalization.CultureInfo.InvariantCulture)));
}
