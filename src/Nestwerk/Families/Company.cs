using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>Somebody who stands beside a family today.</summary>
/// <param name="Knows">Whether she may know more than how to reach her.</param>
public sealed record Companion(Guid Id, string Name, Basis Basis, bool Knows);

/// <summary>Who stands beside a family, by name.</summary>
public sealed class Company(NestwerkDb db, Colleagues colleagues, HouseClock clock)
{
    public async Task<IReadOnlyList<Companion>> OfAsync(FamilyFacts facts, CancellationToken cancel)
    {
        var standing = Standing(facts).ToList();
        var names = await NamesAsync(standing, cancel);
        return
        [
            .. standing
                .Where(each => names.ContainsKey(each.HolderId))
                .DistinctBy(each => (each.HolderId, each.Basis))
                .Select(each => new Companion(
                    each.HolderId,
                    names[each.HolderId],
                    each.Basis,
                    each.Basis == Basis.CareTeam && (each.Classes & DataClasses.Care) != DataClasses.None
                ))
                .OrderByDescending(each => each.Knows)
                .ThenBy(each => each.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Those in the care team whom something can be given to by name, one left out; nobody who is shut out.</summary>
    public async Task<IReadOnlyList<Colleague>> CarersAsync(FamilyFacts facts, Guid except, CancellationToken cancel)
    {
        var (holders, today) = (
            Standing(facts).Where(each => each.Basis == Basis.CareTeam).Select(each => each.HolderId).ToList(),
            clock.Today
        );
        var people = await db.Set<CareTeamMembership>()
            .Where(each => holders.Contains(each.TeamId) && each.From <= today && (each.Until == null || today <= each.Until))
            .Select(each => each.PersonId)
            .ToListAsync(cancel);
        var shut = facts.Exclusions.Where(each => Holds(each)).Select(each => each.ExcludedId).ToHashSet();
        var names = await colleagues.NamesAsync(
            [.. people.Concat(holders).Distinct().Where(id => id != except && !shut.Contains(id))],
            cancel
        );
        return [.. names.Select(each => new Colleague(each.Key, each.Value)).OrderBy(each => each.Name, StringComparer.CurrentCulture)];
    }

    IEnumerable<Relation> Standing(FamilyFacts facts) => facts.Relations.Where(each => Holds(each) && each.Basis != Basis.Case);

    bool Holds(ILasting fact) => fact.From <= clock.Utc && (fact.Until is null || clock.Utc < fact.Until);

    async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Relation> relations, CancellationToken cancel)
    {
        var ids = relations.Select(each => each.HolderId).Distinct().ToList();
        var names = new Dictionary<Guid, string>(await colleagues.NamesAsync(ids, cancel));
        foreach (var team in await db.Set<CareTeam>().Where(each => ids.Contains(each.Id)).ToListAsync(cancel))
            names[team.Id] = team.Name;
        foreach (var house in await db.Set<Organisation>().Where(each => ids.Contains(each.Id)).ToListAsync(cancel))
            names[house.Id] = house.Name;
        return names;
    }
}
