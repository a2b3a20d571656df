using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>
/// Two files turn out to be one family, or one family becomes two. Everything goes along in one transaction or nothing does,
/// and both sides keep when it happened and who did it.
/// </summary>
public sealed class Moves(
    NestwerkDb db,
    FamilyScope scope,
    FamilyKeys keys,
    Relations relations,
    Actor actor,
    AuditTrail audit,
    HouseClock clock
)
{
    /// <summary>The files that are small, of anybody: whom she may see is asked beside it.</summary>
    public IQueryable<FamilyFile> Small() => scope.For<FamilyFile>(Job.Move).Where(file => file.WholeSince == null);

    /// <summary>What is kept under the small file goes to the family it belongs to.</summary>
    /// <param name="same">Who of the small file is who of the family.</param>
    public async Task JoinAsync(Guid small, Guid family, IReadOnlyDictionary<Guid, Guid> same, Evidence agreed, CancellationToken cancel)
    {
        var rows = new MovedRows(db, await keys.OfAsync(small, cancel), await keys.OfAsync(family, cancel), same);
        await KeepNarrowAsync(small, cancel);
        foreach (var table in MoveRules.Tables(db.Model).Where(table => MoveRules.HowOf(table) != Splitting.Stays).ToList())
        foreach (var row in await rows.LoadAsync(table, cancel))
            if (row.Entity is FamilyMember known && same.ContainsKey(known.Id))
                row.State = EntityState.Deleted;
            else
                rows.Move(row);
        await DropAsync(small, cancel);
        Keep(small, family, MoveKind.Joined, agreed);
        audit.WroteOf(family, "family.joined", small, DataClasses.Whole);
    }

    /// <summary>One of the parents goes on in a family of her own, with what she told and the children she says.</summary>
    /// <param name="leaver">Who goes.</param>
    /// <param name="going">Children who go with her and are not in the old family any more.</param>
    /// <param name="both">Children of both families: each keeps what its parent told.</param>
    /// <returns>The new family.</returns>
    public async Task<Guid> SplitAsync(
        Circle circle,
        FamilyMember leaver,
        Guid[] going,
        Guid[] both,
        Evidence agreed,
        CancellationToken cancel
    )
    {
        var file = FamilyFile.Begin(actor.PersonId, clock.Utc);
        db.Add(file);
        if (actor.Parent is null)
            relations.Open(file.FamilyId, new(Holder.Person, actor.PersonId), Basis.CareTeam, DataClasses.Whole);
        file.BecomeWhole(clock.Utc);
        var rows = new MovedRows(db, circle.Seal, keys.Make(file.FamilyId, circle.Facts.ControllerId), new Dictionary<Guid, Guid>());
        var parting = new Parting(leaver.Id, [leaver.Id, .. going], both);
        foreach (var table in MoveRules.Tables(db.Model).ToList())
        foreach (var row in await rows.LoadAsync(table, cancel))
            Go(rows, row, parting.Of(row.Entity, MoveRules.HowOf(table), MemberOf(row)));
        Keep(circle.FamilyId, file.FamilyId, MoveKind.Split, agreed);
        audit.WroteOf(circle.FamilyId, "family.split", file.FamilyId, DataClasses.Whole);
        return file.FamilyId;
    }

    /// <summary>
    /// The family, and behind it the ids of what was joined to it, and to those before: what was looked at then is still written there.
    /// A family that split off stands on its own.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> EverAsync(Guid family, CancellationToken cancel)
    {
        List<Guid> known = [family];
        for (var at = 0; at < known.Count; at++)
        {
            var one = known[at];
            var others = db.Set<FamilyMove>().Where(move => move.FamilyId == one && move.Kind == MoveKind.Joined);
            known.AddRange((await others.Select(move => move.OtherFamilyId).ToListAsync(cancel)).Except(known));
        }
        return known;
    }

    static void Go(MovedRows rows, EntityEntry row, Way way)
    {
        if (way == Way.Goes)
            rows.Move(row);
        else if (way == Way.Both)
            rows.Copy(row);
    }

    static Guid? MemberOf(EntityEntry row) =>
        row.Entity is Entering.ParentPin pin ? pin.Id
        : row.Metadata.FindProperty(nameof(Consent.MemberId)) is null ? null
        : (Guid?)row.Property(nameof(Consent.MemberId)).CurrentValue;

    /// <summary>Who stood beside the whole of the small file stands beside its people only, not beside the family they turn out to be of.</summary>
    async Task KeepNarrowAsync(Guid small, CancellationToken cancel)
    {
        var members = await scope
            .For<FamilyMember>(Job.Move)
            .Where(each => each.FamilyId == small)
            .Select(each => each.Id)
            .ToListAsync(cancel);
        foreach (var whole in await db.Set<Relation>().Where(each => each.FamilyId == small && each.MemberId == null).ToListAsync(cancel))
        {
            db.Entry(whole).Property(nameof(Relation.MemberId)).CurrentValue = members[0];
            foreach (var member in members.Skip(1))
                db.Add(whole.About(member));
        }
    }

    async Task DropAsync(Guid family, CancellationToken cancel)
    {
        db.Remove(await db.Set<FamilyKey>().SingleAsync(key => key.FamilyId == family, cancel));
        db.RemoveRange(await scope.For<FamilyFile>(Job.Move).Where(file => file.FamilyId == family).ToListAsync(cancel));
    }

    void Keep(Guid one, Guid other, MoveKind kind, Evidence agreed)
    {
        foreach (var (side, there) in new[] { (one, other), (other, one) })
            db.Add(
                new FamilyMove
                {
                    FamilyId = side,
                    Id = Ids.New(),
                    OtherFamilyId = there,
                    Kind = kind,
                    At = clock.Utc,
                    By = actor.PersonId,
                    Agreed = agreed,
                }
            );
    }
}

enum Way
{
    Stays,
    Goes,
    Both,
}

/// <summary>Which way a row goes when one of the parents leaves: with who told it.</summary>
/// <param name="Leaver">The parent who goes.</param>
/// <param name="Going">Everybody who goes.</param>
/// <param name="Both">Children who belong to both from now on.</param>
sealed record Parting(Guid Leaver, IReadOnlyCollection<Guid> Going, IReadOnlyCollection<Guid> Both)
{
    public Way Of(object row, Splitting? how, Guid? member) =>
        (row, how) switch
        {
            (FamilyMember each, _) => OfMember(each.Id),
            (IFamilyRow each, _) => each.ToldBy is { } teller ? (teller == Leaver ? Way.Goes : Way.Stays) : WithoutTeller(each.SubjectId),
            (_, Splitting.Both) => Way.Both,
            (_, Splitting.WithMemberOrBoth) => member is { } named ? OfMember(named) : Way.Both,
            (_, Splitting.WithMember) => member is { } named ? OfMember(named) : Way.Stays,
            _ => Way.Stays,
        };

    Way OfMember(Guid id) =>
        Going.Contains(id) ? Way.Goes
        : Both.Contains(id) ? Way.Both
        : Way.Stays;

    Way WithoutTeller(Guid? subject) => subject is { } about && Going.Contains(about) ? Way.Goes : Way.Stays;
}
