using Microsoft.EntityFrameworkCore;
using Nestwerk.Access.Trail;
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

    /// <summary>Whether data of a family was read or changed; null for everything else, also for a refusal.</summary>
    public Act? Act { get; init; }

    /// <summary>Why somebody was refused, or that she broke the glass; null for an ordinary event.</summary>
    public Reason? Reason { get; init; }

    /// <summary>For which organisation the person worked at that moment; null when for none.</summary>
    public Guid? AtOrganisation { get; init; }

    /// <summary>The session in which it was done: what a stolen one touched can be listed. Null where nobody was signed in.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Its place in the chain, from 1 and without gaps; null until it is sealed.</summary>
    public long? Sequence { get; private set; }

    /// <summary>Binds every column to the row before it, under a key that is not in the database.</summary>
    public byte[]? Seal { get; private set; }

    /// <summary>Closes it after the row at this head.</summary>
    public ChainHead Close(ChainHead before, byte[] key)
    {
        Sequence = before.Sequence + 1;
        Seal = AuditChain.Seal(this, before.Sequence + 1, before.Seal, key);
        return new(before.Sequence + 1, Seal);
    }
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
        db.Add(Row(what, subject, actor.PersonId, family, classes, Act.Write));

    /// <summary>Call once per page, with every family it shows. Returns when the rows are on disk.</summary>
    /// <param name="what">The event.</param>
    /// <param name="families">Every family of which something is shown.</param>
    /// <param name="classes">What kinds of data the page shows.</param>
    /// <exception cref="ReadAuditException">They could not be written: the answer is 503 and the data is not shown.</exception>
    public async Task ReadAsync(string what, IEnumerable<Guid> families, DataClasses classes, CancellationToken cancel)
    {
        var all = families.Distinct().ToList();
        if (all.Count == 0)
            return;
        var broken = await BrokenAsync(cancel);
        await reads.WriteAsync(
            [.. all.Select(family => Row(what, family, actor.PersonId, family, classes, Act.Read, ReasonOf(family)))],
            cancel
        );

        Reason? ReasonOf(Guid family) => broken.Contains(family) ? Reason.BrokenGlass : null;
    }

    /// <summary>Something was looked at that is about no single family. Returns when the row is on disk.</summary>
    public Task NoteAsync(string what, Guid subject, CancellationToken cancel) =>
        reads.WriteAsync([Row(what, subject, actor.PersonId)], cancel);

    /// <summary>She asked for a family that is not for her. Kept by itself: the request it belongs to keeps nothing.</summary>
    public Task RefusedAsync(Guid family, Reason why, CancellationToken cancel) =>
        reads.WriteAsync([Row("family.refused", family, actor.PersonId, family, reason: why)], cancel);

    /// <summary>Something about a family was tried and did not come off. Kept by itself: the request it belongs to keeps nothing.</summary>
    public Task MissedAsync(Guid family, string what, Guid subject, CancellationToken cancel) =>
        reads.WriteAsync([Row(what, subject, actor.PersonId, family)], cancel);

    /// <summary>The families for which she broke the glass and it is still broken.</summary>
    Task<List<Guid>> BrokenAsync(CancellationToken cancel)
    {
        var now = clock.Utc;
        return db.Set<BreakGlass>()
            .Where(glass => glass.PersonId == actor.PersonId && glass.From <= now && (glass.Until == null || now < glass.Until))
            .Select(glass => glass.FamilyId)
            .ToListAsync(cancel);
    }

    AuditRow Row(
        string what,
        Guid subject,
        Guid by,
        Guid? family = null,
        DataClasses classes = DataClasses.None,
        Act? act = null,
        Reason? reason = null
    )
    {
        var isActor = by == actor.PersonId;
        return new()
        {
            Id = Ids.New(),
            At = clock.Utc,
            PersonId = by,
            Event = what,
            SubjectId = subject,
            OfFamily = family,
            Classes = classes,
            Act = act,
            Reason = reason,
            AtOrganisation = isActor && actor.Posts.Count > 0 ? actor.Posts[0].OrganisationId : null,
            SessionId = isActor ? actor.SessionId : null,
        };
    }
}
