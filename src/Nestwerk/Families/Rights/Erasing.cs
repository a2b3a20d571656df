using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>
/// Takes a family away, or one of it, in the running transaction: the rows, and the key that opened them. What copies still hold of
/// a family cannot be opened any more once the keys of that day are destroyed; of one member, because the family gets another key.
/// </summary>
public sealed class Erasing(
    NestwerkDb db,
    FamilyScope scope,
    FamilyTables tables,
    FamilyKeys keys,
    KeyRing ring,
    AuditTrail audit,
    HouseClock clock
)
{
    /// <summary>What a request for erasure means: the whole family when nobody else stands on its own in it; else herself and the children she speaks for.</summary>
    public async Task<IReadOnlyList<ErasureProof>> AskedAsync(SubjectRequest request, Guid? by, CancellationToken cancel)
    {
        if (request.MemberId is { } one)
            return Only(await MemberAsync(request.FamilyId, one, by, cancel));
        var members = await MembersAsync(request.FamilyId, cancel);
        if (!members.Exists(member => member.IsParent && member.Id != request.SubjectId))
            return Only(await FamilyAsync(request.FamilyId, by, cancel));
        var proofs = new List<ErasureProof>();
        foreach (var member in members.Where(each => each.Id == request.SubjectId || each.KeeperId == request.SubjectId).ToList())
            proofs.AddRange(Only(await MemberAsync(request.FamilyId, member.Id, by, cancel)));
        return proofs;
    }

    /// <returns>What went; null when there is no such family any more.</returns>
    public async Task<ErasureProof?> FamilyAsync(Guid family, Guid? by, CancellationToken cancel)
    {
        if (await db.Set<FamilyKey>().FindAsync([family], cancel) is not { } key)
            return null;
        var rows = await tables.RowsAsync(family, cancel);
        foreach (var (_, row) in rows)
            row.State = EntityState.Deleted;
        foreach (var member in rows.Select(row => row.Row.Entity).OfType<FamilyMember>())
            db.Add(Stone(family, member.Id));
        audit.WroteOf(family, "family.erased", family);
        return Prove(family, null, key.ControllerId, by, rows.Select(row => row.Table));
    }

    /// <returns>What went; null when there is no such member any more.</returns>
    public async Task<ErasureProof?> MemberAsync(Guid family, Guid member, Guid? by, CancellationToken cancel)
    {
        var members = await MembersAsync(family, cancel);
        if (members.TrueForAll(each => each.Id != member))
            return null;
        if (members.Count == 1)
            return await FamilyAsync(family, by, cancel);
        var old = await keys.OfAsync(family, cancel);
        var rows = await tables.RowsAsync(family, cancel);
        var anew = await keys.ReplaceAsync(family, cancel);
        var gone = rows.Where(each => MemberRows.GoesWith(member, each.Table, each.Row)).ToList();
        foreach (var (_, row) in gone)
            row.State = EntityState.Deleted;
        foreach (var (table, row) in rows.Except(gone))
        {
            MemberRows.Forget(member, row, clock.Utc);
            FamilyTables.SealAnew(table, row, old, anew);
        }
        audit.WroteOf(family, "member.erased", member);
        var controller = (await db.Set<FamilyKey>().FindAsync([family], cancel))!.ControllerId;
        return Prove(family, member, controller, by, gone.Select(row => row.Table));
    }

    ErasureProof Prove(Guid family, Guid? member, Guid controller, Guid? by, IEnumerable<FamilyTable> gone)
    {
        var stone = Stone(family, member);
        var counts = gone.CountBy(table => table.Name).OrderBy(each => each.Key, StringComparer.Ordinal);
        var proof = new ErasureProof
        {
            FamilyId = family,
            Id = stone.Id,
            MemberId = member,
            ControllerId = controller,
            At = stone.At,
            By = by,
            Counts = string.Join(';', counts.Select(each => $"{each.Key}={each.Value}")),
            Keys = string.Join(',', ring.Epochs().Select(epoch => epoch.Id)),
        };
        db.Add(stone);
        db.Add(proof);
        return proof;
    }

    /// <summary>Each member has one of her own: in an older copy she may still stand in another family.</summary>
    Tombstone Stone(Guid family, Guid? member) =>
        new()
        {
            FamilyId = family,
            Id = Ids.New(),
            MemberId = member,
            At = clock.Utc,
        };

    async Task<List<FamilyMember>> MembersAsync(Guid family, CancellationToken cancel)
    {
        var members = await scope.For<FamilyMember>(Job.Rights).Where(member => member.FamilyId == family).ToListAsync(cancel);
        return [.. members.Where(member => db.Entry(member).State != EntityState.Deleted)];
    }

    static IReadOnlyList<ErasureProof> Only(ErasureProof? proof) => proof is null ? [] : [proof];
}

/// <summary>Which rows of a family are of one member, and what others say of her.</summary>
static class MemberRows
{
    /// <summary>What is about her, and every text she told: her words are hers, whomever they are about.</summary>
    public static bool GoesWith(Guid member, FamilyTable table, EntityEntry row) =>
        table.About.Any(column => row.Property(column).CurrentValue is Guid id && id == member)
        || (row.Entity is Entering.ParentPin pin && pin.Id == member)
        || row.Entity is IFamilyRow { ToldBy: { } teller } and not FamilyMember && teller == member;

    /// <summary>What stays does not name her any more.</summary>
    public static void Forget(Guid member, EntityEntry row, DateTime now)
    {
        if (row.Entity is FamilyMember child)
        {
            if (child.KeeperId == member)
                child.KeeperId = null;
            if (child.ToldBy == member)
                row.Property(nameof(FamilyMember.ToldBy)).CurrentValue = null;
        }
        if (row.Entity is Consent yes && yes.GivenBy == member)
            yes.Withdraw(member, now);
    }
}
