namespace Nestwerk.Access;

/// <summary>
/// A narrow session: one person, one thing, one device, until an end. It outlives her ordinary session, so that nobody has to sign in
/// while a group is waiting, and it opens nothing but that one thing.
/// </summary>
public sealed class NarrowPass
{
    public required Guid Id { get; init; }

    /// <summary>What it opens: a word, and the thing's id.</summary>
    public required string Purpose { get; init; }
    public required Guid SubjectId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>SHA-256 of the token on the device; the token itself is never kept here.</summary>
    public required string TokenHash { get; init; }
    public required DateTime From { get; init; }
    public required DateTime Until { get; set; }
    public DateTime? EndedAt { get; set; }
}
