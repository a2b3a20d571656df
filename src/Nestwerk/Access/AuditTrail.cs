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

    /// <summary>The family it is about; null for everything else.</summary>
    public Guid? OfFamily { get; init; }

    /// <summary>Which classes of her data were shown or changed.</summary>
    public DataClasses Classes { get; init; }
}

/// <summary>
/// Writes down who did what. A change is written in the transaction of the change;
/// the reading of a family's data is written before the answer leaves.
/// </summary>
public sealed class AuditTrail(NestwerkDb db, Actor actor, HouseClock clock, ReadAudit reads)
{
    public void Wrote(string what, Guid subject) => Wrote(what, subject, actor.PersonId);

    /// <param name="what">The event.</param>
    /// <param name="subject">What it happened to.</param>
    /// <param name="by">Who did it, where nobody is signed in yet.</param>
    public void Wrote(string what, Guid subject, Guid by) => db.Add(Row(what, subject, by));

    /// <summary>A change to what is kept of a family, in the transaction of the change.</summary>
    public void WroteOf(Guid family, string what, Guid subject, DataClasses classes = DataClasses.None) =>
        db.Add(Row(what, subject, actor.PersonId, family, classes));

    /// <summary>Call once per page, with every family it shows. Returns when the rows are on disk.</summary>
    /// <param name="what">The event.</param>
    /// <param name="families">Every family of which something is shown.</param>
    /// <param name="classes">What kinds of data the page shows.</param>
    /// <exception cref="ReadAuditException">They could not be written: the answer is 503 and the data is not shown.</exception>
    public Task ReadAsync(string what, IEnumerable<Guid> families, DataClasses classes, CancellationToken cancel) =>
        reads.WriteAsync([.. families.Distinct().Select(family => Row(what, family, actor.PersonId, family, classes))], cancel);

    AuditRow Row(string what, Guid subject, Guid by, Guid? family = null, DataClasses classes = DataClasses.None) =>
        new()
        {
            Id = Ids.New(),
            At = clock.Utc,
            PersonId = by,
            Event = what,
            SubjectId = subject,
            OfFamily = family,
            Classes = classes,
        };
}
