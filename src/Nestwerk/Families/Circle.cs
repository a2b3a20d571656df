using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>
/// A family as the one sees it who decides with it, or as a parent sees it on her own page: for whom a decision can be written down
/// here, what holds, and the key.
/// </summary>
/// <param name="Members">Those for whom something can be decided here.</param>
/// <param name="Cares">Whether she stands in the care team, or is of the family: only then people, protection and moves can be changed.</param>
public sealed record Circle(Guid FamilyId, IReadOnlyList<FamilyMember> Members, FamilyFacts Facts, FamilySeal Seal, bool Cares)
{
    public IEnumerable<FamilyMember> Parents => Members.Where(member => member is { IsParent: true, LeftAt: null });

    public FamilyMember? Find(Guid? id) => Members.FirstOrDefault(member => member.Id == id);

    public string NameOf(Guid? member) => Find(member)?.NameIn(Seal) ?? "";

    /// <summary>Whether this parent can say yes or no for a member: she herself, or who speaks for the child.</summary>
    public bool MaySpeak(Guid by, Guid member) =>
        Find(by) is { IsParent: true }
        && Find(member) is { } about
        && (about.Id == by || (!about.IsParent && (about.KeeperId is null || about.KeeperId == by)));

    /// <summary>Who is asked when it is about this member.</summary>
    public FamilyMember? SpeakerOf(Guid member) => Members.FirstOrDefault(each => MaySpeak(each.Id, member));

    public static bool Holds(ILasting fact, DateTime now) => fact.From <= now && (fact.Until is null || now < fact.Until);
}

/// <summary>Finds the family somebody may decide with. Who only broke the glass decides nothing.</summary>
public sealed class Circles(FamilyScope scope, FamilyKeys keys, Actor actor)
{
    /// <returns>Null when it is not hers: answer as for something that is not there.</returns>
    public async Task<Circle?> FindAsync(Guid family, CancellationToken cancel)
    {
        var members = actor.Parent is { } parent ? await HersAsync(parent, family, cancel) : await WrittenAsync(family, cancel);
        var cares = members.Count > 0;
        if (!cares && actor.Parent is null)
            members = await Of(Act.Read, Purpose.DeliverGroup, family).ToListAsync(cancel);
        // A child alone says nothing: who may not reach a parent decides nothing with her.
        if (
            !members.Exists(member => member is { IsParent: true, LeftAt: null }) || await scope.FactsAsync(family, cancel) is not { } facts
        )
            return null;
        return new(
            family,
            [.. members.OrderByDescending(member => member.IsParent).ThenBy(member => member.MadeAt)],
            About(facts, [.. members.Select(member => member.Id)]),
            await keys.OfAsync(family, cancel),
            cares
        );
    }

    /// <summary>What is said about others of the family is not for her.</summary>
    static FamilyFacts About(FamilyFacts facts, HashSet<Guid> members) =>
        facts with
        {
            Relations = [.. facts.Relations.Where(fact => fact.MemberId is not { } one || members.Contains(one))],
            Consents = [.. facts.Consents.Where(fact => members.Contains(fact.MemberId))],
            Exclusions = [.. facts.Exclusions.Where(fact => fact.MemberId is not { } one || members.Contains(one))],
            Protections = [.. facts.Protections.Where(fact => members.Contains(fact.MemberId))],
            Restrictions = [.. facts.Restrictions.Where(fact => fact.MemberId is not { } one || members.Contains(one))],
        };

    Task<List<FamilyMember>> WrittenAsync(Guid family, CancellationToken cancel) =>
        Of(Act.Write, Purpose.CoordinateTrajectory, family).ToListAsync(cancel);

    Task<List<FamilyMember>> HersAsync(Membership parent, Guid family, CancellationToken cancel) =>
        Of(Act.Read, Purpose.DeliverGroup, family)
            .Where(member => member.Id == parent.MemberId || parent.Keeps.Contains(member.Id))
            .ToListAsync(cancel);

    IQueryable<FamilyMember> Of(Act act, Purpose purpose, Guid family) =>
        scope.Of<FamilyMember>(actor, act, purpose).Where(member => member.FamilyId == family);
}
