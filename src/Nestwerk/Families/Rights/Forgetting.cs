using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>Finds what has had its time, and takes it away. Looking changes nothing: the same answer is the dry run.</summary>
public sealed class Forgetting(
    NestwerkDb db,
    FamilyScope scope,
    Erasing erasing,
    PassingRows passing,
    AuditTrail audit,
    NestwerkOptions options,
    HouseClock clock
)
{
    /// <summary>What is over now.</summary>
    public Task<IReadOnlyList<Due>> DueAsync(CancellationToken cancel) => DueAsync(clock.Utc, cancel);

    /// <summary>What will be over at a moment, if nothing changes until then; the first one first.</summary>
    public async Task<IReadOnlyList<Due>> DueAsync(DateTime until, CancellationToken cancel)
    {
        var all = new List<Due>();
        all.AddRange(await LookAsync(null, cancel));
        all.AddRange(await RequestsAsync(cancel));
        all.AddRange(await LookupsAsync(cancel));
        all.AddRange(await passing.DueAsync(until, cancel));
        return [.. all.Where(due => due.On <= until).OrderBy(due => due.On)];
    }

    /// <summary>In the running transaction. What changed meanwhile is left.</summary>
    public async Task ForgetAsync(Due due, CancellationToken cancel)
    {
        if (due.Term is Term.Family or Term.Contact && !(await LookAsync(due.FamilyId, cancel)).Contains(due))
            return;
        switch (due.Term)
        {
            case Term.Family:
                await erasing.FamilyAsync(due.FamilyId, null, cancel);
                return;
            case Term.Contact:
                await ForgetContactAsync(due.FamilyId, cancel);
                break;
            case Term.Request:
                var asked = scope.For<SubjectRequest>(Job.Rights);
                db.RemoveRange(await asked.Where(each => each.FamilyId == due.FamilyId && each.Id == due.RowId).ToListAsync(cancel));
                break;
            case Term.Lookup:
                var old = db.Set<FamilyLookup>().Where(each => each.FamilyId == due.FamilyId && each.Id == due.RowId);
                db.RemoveRange(await old.ToListAsync(cancel));
                break;
            default:
                await passing.ForgetAsync(due, cancel);
                break;
        }
        if (due.FamilyId != Guid.Empty)
            audit.WroteOf(due.FamilyId, "family.forgotten-in-part", due.RowId ?? due.FamilyId, DataClasses.Contact);
    }

    async Task ForgetContactAsync(Guid family, CancellationToken cancel)
    {
        var (channels, lookups) = (scope.For<ContactChannel>(Job.Rights), db.Set<FamilyLookup>());
        db.RemoveRange(await channels.Where(each => each.FamilyId == family).ToListAsync(cancel));
        db.RemoveRange(await lookups.Where(each => each.FamilyId == family).ToListAsync(cancel));
    }

    /// <param name="only">One family; null for all.</param>
    /// <param name="cancel">Stops it.</param>
    async Task<IReadOnlyList<Due>> LookAsync(Guid? only, CancellationToken cancel) =>
        [.. (await LeftAsync(only, cancel)).SelectMany(family => Retention.Look(family, options.Retention, clock.Utc))];

    /// <summary>Families beside which nobody stands now.</summary>
    async Task<IReadOnlyList<KeptFamily>> LeftAsync(Guid? only, CancellationToken cancel)
    {
        var now = clock.Utc;
        var left = db.Set<FamilyKey>()
            .Where(key => only == null || key.FamilyId == only)
            .Where(key =>
                !db.Set<Relation>()
                    .Any(each => each.FamilyId == key.FamilyId && each.Basis != Basis.Case && (each.Until == null || now < each.Until))
            );
        var stood = (await db.Set<Relation>().Where(each => left.Any(key => key.FamilyId == each.FamilyId)).ToListAsync(cancel)).ToLookup(
            each => each.FamilyId
        );
        var held = await HeldAsync(cancel);
        var channels = await ReachedAsync(left, cancel);
        var families = await left.Select(key => new { key.FamilyId, key.MadeAt }).ToListAsync(cancel);
        return
        [
            .. families.Select(each => new KeptFamily(
                each.FamilyId,
                each.MadeAt,
                held.Contains(each.FamilyId),
                channels.Contains(each.FamilyId),
                [.. stood[each.FamilyId].Select(relation => new Stood(relation.Basis, relation.Until))]
            )),
        ];
    }

    async Task<HashSet<Guid>> ReachedAsync(IQueryable<FamilyKey> among, CancellationToken cancel) =>
        [
            .. await scope
                .For<ContactChannel>(Job.Rights)
                .Where(each => among.Any(key => key.FamilyId == each.FamilyId))
                .Select(each => each.FamilyId)
                .Distinct()
                .ToListAsync(cancel),
        ];

    async Task<HashSet<Guid>> HeldAsync(CancellationToken cancel)
    {
        var now = clock.Utc;
        var restricted = db.Set<Restriction>().Where(each => each.Until == null || now < each.Until).Select(each => each.FamilyId);
        var asked = scope
            .For<SubjectRequest>(Job.Rights)
            .Where(each => each.DoneAt == null && each.CancelledAt == null)
            .Select(each => each.FamilyId);
        var cases = db.Set<Relation>()
            .Where(each => each.Basis == Basis.Case && (each.Until == null || now < each.Until))
            .Select(each => each.FamilyId);
        return [.. await restricted.Union(asked).Union(cases).ToListAsync(cancel)];
    }

    async Task<IEnumerable<Due>> RequestsAsync(CancellationToken cancel) =>
        from request in await scope
            .For<SubjectRequest>(Job.Rights)
            .Where(each => each.DoneAt != null || each.CancelledAt != null)
            .ToListAsync(cancel)
        let over = (request.DoneAt ?? request.CancelledAt)!.Value
        select new Due(Term.Request, request.FamilyId, request.Id, over.AddMonths(options.Retention.RequestMonths));

    async Task<IEnumerable<Due>> LookupsAsync(CancellationToken cancel) =>
        await (
            from lookup in db.Set<FamilyLookup>()
            join channel in scope.For<ContactChannel>(Job.Rights)
                on new { lookup.FamilyId, Id = lookup.OfId } equals new { channel.FamilyId, channel.Id }
            where channel.EndedAt != null || channel.WrongAt != null
            select new Due(Term.Lookup, lookup.FamilyId, lookup.Id, channel.WrongAt ?? channel.EndedAt!.Value)
        ).ToListAsync(cancel);
}
