using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>
/// Looking without standing beside a family, because it cannot wait: for a reason, for an hour, to read only, and seen by others.
/// What is for named readers stays closed, and so does a protected person.
/// </summary>
public sealed class Glass(
    NestwerkDb db,
    FamilyScope scope,
    FamilyKeys keys,
    Lookups lookups,
    Actor actor,
    AuditTrail audit,
    HouseClock clock
)
{
    const string WhyColumn = "BreakGlass.Why";
    public const int LooksPerDay = 30;

    /// <summary>So often in a month, and who reviews is told so.</summary>
    public const int Often = 3;

    /// <summary>Whether she asked too often today.</summary>
    public async Task<bool> IsTooOftenAsync(CancellationToken cancel)
    {
        var since = clock.Utc.AddDays(-1);
        var looks = db.Set<AuditRow>().Where(row => row.PersonId == actor.PersonId && row.Event == "glass.looked-up" && since < row.At);
        return await looks.CountAsync(cancel) >= LooksPerDay;
    }

    /// <summary>The one family this leads to, when she may look there.</summary>
    /// <returns>Null when there is none, there are several, or she may not: she is told the same.</returns>
    public async Task<Guid?> LookUpAsync(string? reached, string? name, DateOnly? month, CancellationToken cancel)
    {
        audit.Wrote("glass.looked-up", actor.PersonId);
        var found = new HashSet<Guid>();
        foreach (var (kind, plain) in Asked(reached, name, month))
            found.UnionWith((await lookups.FindAsync(kind, plain, cancel)).Select(each => each.FamilyId));
        List<Guid> open = [];
        foreach (var family in found)
            if (await scope.FactsAsync(family, cancel) is { } facts && AccessPolicy.MayBreakGlass(actor, facts, clock.Utc))
                open.Add(family);
        return open is [var only] ? only : null;
    }

    /// <summary>She looks, from now on and for an hour.</summary>
    public async Task<BreakGlass> BreakAsync(Guid family, GlassReason reason, string why, CancellationToken cancel)
    {
        var (id, seal) = (Ids.New(), await keys.OfAsync(family, cancel));
        var row = new BreakGlass
        {
            FamilyId = family,
            Id = id,
            PersonId = actor.PersonId,
            Reason = reason,
            Why = seal.Seal(why, WhyColumn, id),
            From = clock.Utc,
            Until = clock.Utc + BreakGlass.Length,
        };
        db.Add(row);
        audit.WroteOf(family, "glass.broken", row.Id, DataClasses.Group | DataClasses.Care);
        return row;
    }

    public static string WhyIn(BreakGlass glass, FamilySeal seal) => seal.Open(glass.Why, WhyColumn, glass.Id);

    static IEnumerable<(LookupKind, string)> Asked(string? reached, string? name, DateOnly? month)
    {
        if (Lookups.Number(reached ?? "") is { } number)
            yield return (LookupKind.Phone, number);
        if (Lookups.Address(reached ?? "") is { } address)
            yield return (LookupKind.Mail, address);
        if (!string.IsNullOrWhiteSpace(name) && month is { } day)
            yield return (LookupKind.NameAndMonth, Lookups.NameAndMonth(name, new(day.Year, day.Month, 1)));
    }
}

/// <summary>Whoever looks after a house's families reads afterwards why the glass was broken. Nobody reviews herself.</summary>
public sealed class GlassReviews(NestwerkDb db, Actor actor, AuditTrail audit, HouseClock clock)
{
    static readonly Role[] Reviewers = [Role.ProtectionOfficer, Role.NetworkCoordinator];

    /// <summary>Those of the organisations she looks after, not her own.</summary>
    public IQueryable<BreakGlass> Hers()
    {
        var houses = actor.Posts.Where(post => Reviewers.Contains(post.Role)).Select(post => post.OrganisationId).Distinct().ToList();
        var (me, families) = (actor.PersonId, db.Set<FamilyKey>().Where(key => houses.Contains(key.ControllerId)));
        return db.Set<BreakGlass>().Where(glass => glass.PersonId != me && families.Any(family => family.FamilyId == glass.FamilyId));
    }

    public IQueryable<BreakGlass> Waiting() => Hers().Where(glass => glass.ReviewedAt == null);

    public async Task<bool> ReviewAsync(Guid id, CancellationToken cancel)
    {
        if (await Waiting().FirstOrDefaultAsync(glass => glass.Id == id, cancel) is not { } glass)
            return false;
        glass.Review(actor.PersonId, clock.Utc);
        audit.WroteOf(glass.FamilyId, "glass.reviewed", glass.Id);
        return true;
    }

    /// <summary>How often each of these people did it in the last month, where that is often.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> OftenAsync(CancellationToken cancel)
    {
        var since = clock.Utc.AddMonths(-1);
        var counts = await Hers()
            .Where(glass => since < glass.From)
            .GroupBy(glass => glass.PersonId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancel);
        return counts.Where(each => each.Count >= Glass.Often).ToDictionary(each => each.Key, each => each.Count);
    }
}
