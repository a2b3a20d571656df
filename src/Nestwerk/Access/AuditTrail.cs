using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>One line of the trail. Ids only: names and texts never stand in it.</summary>
public sealed class AuditRow
{
    public required Guid Id { get; init; }
    public required DateTime At { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>What happened, as <c>subject.verb</c>; the catalogue is docs/events.md.</summary>
    public required string Event { get; init; }
    public required Guid SubjectId { get; init; }
}

/// <summary>
/// Writes down who did what. A change is written in the transaction of the change;
/// the reading of a family's data is written before the answer leaves.
/// </summary>
public sealed class AuditTrail(NestwerkDb db, Actor actor, HouseClock clock, ReadAudit reads)
{
    public void Wrote(string what, Guid subject) => db.Add(Row(what, subject));

    /// <summary>Call once per page, with every family it shows. Returns when the rows are on disk.</summary>
    /// <exception cref="ReadAuditException">They could not be written: the answer is 503 and the data is not shown.</exception>
    public Task ReadAsync(string what, IEnumerable<Guid> families, CancellationToken cancel) =>
        reads.WriteAsync([.. families.Select(family => Row(what, family))], cancel);

    AuditRow Row(string what, Guid subject) =>
        new()
        {
            Id = Ids.New(),
            At = clock.Utc,
            PersonId = actor.PersonId,
            Event = what,
            SubjectId = subject,
        };
}
