using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>A family in the list of somebody who stands beside it.</summary>
/// <param name="Opens">Whether there is more to see than a name; a protected person is shown by her other name only.</param>
public sealed record CaseloadRow(Guid FamilyId, string Name, IReadOnlyList<FamilyMember> Others, string Language, bool IsQuiet, bool Opens)
{
    /// <summary>The names of those who are not in <see cref="Name"/>, for a search.</summary>
    public IReadOnlyDictionary<Guid, string> OtherNames { get; init; } = new Dictionary<Guid, string>();
}

/// <summary>
/// All families somebody stands beside. Names stand sealed, so they are opened, ordered and searched here and not in the database:
/// hence no more than <see cref="Most"/>.
/// </summary>
public sealed class CaseloadReading(NestwerkDb db, FamilyScope scope, FamilyKeys keys, Actor actor, HouseClock clock)
{
    public const int Most = 2000;
    const int MostMembers = 6 * Most;

    /// <returns>In the order of names; null when there are too many to order.</returns>
    /// <param name="language">Only families spoken to in this language; null is all.</param>
    public async Task<IReadOnlyList<CaseloadRow>?> ReadAsync(string? language, CancellationToken cancel)
    {
        var members = await MembersAsync(language, cancel);
        var families = members.DistinctBy(member => member.Id).GroupBy(member => member.FamilyId).ToList();
        if (families.Count > Most || members.Count > MostMembers)
            return null;
        var aliases = await AliasesAsync([.. members.Select(member => member.Id)], cancel);
        var seals = await keys.OfAsync([.. families.Select(each => each.Key), .. aliases.Select(each => each.FamilyId)], cancel);
        var quiet = await QuietAsync([.. families.Select(each => each.Key)], cancel);
        return
        [
            .. families
                .Where(each => seals.ContainsKey(each.Key))
                .Select(each => Row(OpenFamily.Ordered(each), seals[each.Key], quiet))
                .Concat(aliases.Where(each => seals.ContainsKey(each.FamilyId)).Select(each => Hidden(each, seals[each.FamilyId])))
                .OrderBy(row => Folding.Fold(row.Name), StringComparer.Ordinal)
                .ThenBy(row => row.FamilyId),
        ];
    }

    async Task<List<FamilyMember>> MembersAsync(string? language, CancellationToken cancel)
    {
        List<FamilyMember> members = [];
        var near = Near();
        foreach (var purpose in Standing.Of(actor))
            members.AddRange(
                await scope
                    .Of<FamilyMember>(actor, Act.Read, purpose)
                    .AsNoTracking()
                    .Where(member => near.Contains(member.FamilyId))
                    .Where(member => member.LeftAt == null && (language == null || member.Language == language))
                    .Take(MostMembers + 1)
                    .ToListAsync(cancel)
            );
        return members;
    }

    /// <summary>Where a relation or a broken glass of hers stands at all. The rules decide; this only spares the database all other families.</summary>
    public IQueryable<Guid> Near()
    {
        var (me, holders) = (actor.PersonId, actor.Holders);
        return db.Set<Relation>()
            .Where(each => holders.Contains(each.HolderId))
            .Select(each => each.FamilyId)
            .Concat(db.Set<BreakGlass>().Where(each => each.PersonId == me).Select(each => each.FamilyId));
    }

    static CaseloadRow Row(IReadOnlyList<FamilyMember> members, FamilySeal seal, HashSet<Guid> quiet)
    {
        var names = members.ToDictionary(member => member.Id, member => member.NameIn(seal));
        var called = members.Where(member => member.IsParent).DefaultIfEmpty(members[0]).ToList();
        var others = members.Except(called).ToList();
        return new(
            members[0].FamilyId,
            string.Join(", ", called.Select(member => names[member.Id]).Where(name => name.Length > 0)),
            others,
            called[0].Language,
            quiet.Contains(members[0].FamilyId),
            true
        )
        {
            OtherNames = others.ToDictionary(member => member.Id, member => names[member.Id]),
        };
    }

    static CaseloadRow Hidden(Protection protection, FamilySeal seal) =>
        new(protection.FamilyId, Protections.AliasIn(protection, seal), [], "", false, false);

    /// <summary>Protected people beside whom she stands, and whom the policy shows her by their other name only.</summary>
    async Task<IReadOnlyList<Protection>> AliasesAsync(IReadOnlyCollection<Guid> seen, CancellationToken cancel)
    {
        if (!Standing.Of(actor).Any(purpose => purpose is Purpose.DeliverGroup or Purpose.SupportVolunteer))
            return [];
        var (now, holders) = (clock.Utc, actor.Holders);
        var beside = db.Set<Relation>()
            .Where(each => holders.Contains(each.HolderId) && each.From <= now && (each.Until == null || now < each.Until));
        var safe = await db.Set<Protection>()
            .Where(each => each.From <= now && (each.Until == null || now < each.Until))
            .Where(each =>
                beside.Any(relation => relation.FamilyId == each.FamilyId && (relation.MemberId ?? each.MemberId) == each.MemberId)
            )
            .ToListAsync(cancel);
        List<Protection> shown = [];
        foreach (var each in safe.Where(each => !seen.Contains(each.MemberId)))
            if (await IsClosedAsync(each, cancel))
                shown.Add(each);
        return shown;
    }

    async Task<bool> IsClosedAsync(Protection protection, CancellationToken cancel)
    {
        var place = new FamilyMember
        {
            FamilyId = protection.FamilyId,
            Id = protection.MemberId,
            SubjectId = protection.MemberId,
            ToldBy = null,
            WrittenBy = null,
            MadeAt = protection.From,
            Kin = Kin.OtherParent,
        };
        foreach (var purpose in Standing.Of(actor))
            if (await scope.DecideAsync(actor, Act.Read, purpose, place, cancel) == Reason.Protected)
                return true;
        return false;
    }

    async Task<HashSet<Guid>> QuietAsync(IReadOnlyCollection<Guid> families, CancellationToken cancel) =>
        [
            .. await db.Set<Quiet>()
                .Where(each => each.ReopenedAt == null && families.Contains(each.FamilyId))
                .Select(each => each.FamilyId)
                .ToListAsync(cancel),
        ];
}
