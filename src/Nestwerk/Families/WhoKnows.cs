using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>Somebody who may know something of a family now, and on what it rests.</summary>
/// <param name="People">Who that is by name, when it is a team.</param>
/// <param name="Relations">Why she stands beside the family.</param>
/// <param name="Yeses">What was agreed beside that.</param>
public sealed record Knows(
    Guid Id,
    string Name,
    IReadOnlyList<string> People,
    IReadOnlyList<Relation> Relations,
    IReadOnlyList<Consent> Yeses
)
{
    /// <summary>What a relation opens by itself, without another yes.</summary>
    public static IEnumerable<DataClass> Opens(Relation relation) =>
        AccessPolicy
            .Table.Where(grant => grant.Basis == relation.Basis && !grant.Asks)
            .Select(grant => grant.Class)
            .Distinct()
            .Where(data => ((int)relation.Classes & (1 << (int)data)) != 0)
            .Order();
}

/// <summary>The list of everybody who may know something, and of those who may not: the same for her page and for a worker beside her.</summary>
public sealed class WhoKnows(Holders holders, HouseClock clock)
{
    public async Task<IReadOnlyList<Knows>> ListAsync(Circle circle, CancellationToken cancel)
    {
        var now = clock.Utc;
        var relations = circle.Facts.Relations.Where(each => each.Basis != Basis.Case && Circle.Holds(each, now)).ToList();
        var yeses = circle.Facts.Consents.Where(each => Circle.Holds(each, now) && circle.Find(each.MemberId) is not null).ToList();
        var ids = relations.Select(each => each.HolderId).Concat(yeses.Select(each => each.RecipientId)).Distinct().ToList();
        var names = await holders.NamesAsync(ids, cancel);
        var inside = await holders.InTeamsAsync(ids, cancel);
        return
        [
            .. ids.Select(id => new Knows(
                    id,
                    names.GetValueOrDefault(id, ""),
                    [.. inside[id]],
                    [.. relations.Where(each => each.HolderId == id)],
                    [.. yeses.Where(each => each.RecipientId == id)]
                ))
                .OrderBy(each => each.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Those who may not know, each with the name she goes by.</summary>
    public async Task<IReadOnlyList<(Exclusion Exclusion, string Name)>> ShutOutAsync(Circle circle, CancellationToken cancel)
    {
        var now = clock.Utc;
        var standing = circle.Facts.Exclusions.Where(each => Circle.Holds(each, now)).ToList();
        var names = await holders.NamesAsync([.. standing.Select(each => each.ExcludedId)], cancel);
        return [.. standing.Select(each => (each, names.GetValueOrDefault(each.ExcludedId) ?? circle.NameOf(each.ExcludedId)))];
    }
}
