using Nestwerk.Access;

namespace Nestwerk.Families.My;

/// <summary>Somebody who stands beside her, or to whom she said yes, with all that opens to them.</summary>
public sealed record Party(Holder Kind, Guid Id, DataClasses ByRelation, IReadOnlyList<Consent> Consents, bool BrokeGlass);

/// <summary>
/// What the facts of a family look like from where one member stands. She sees what is about her, about the children for whom she
/// speaks, and about the family as a whole; of what is about another member, nothing. Pure.
/// </summary>
/// <param name="IsApart">
/// Somebody else in the family is protected, or shut her out: then nothing that is about the family as a whole, because who comes and goes
/// there could say where the other one is.
/// </param>
public sealed record MySide(bool IsApart, bool IsProtected, IReadOnlyList<Party> Parties, IReadOnlyList<Exclusion> ShutOut)
{
    public static MySide Of(FamilyFacts facts, Membership me, DateTime now)
    {
        var apart =
            Now(facts.Protections, now).Any(each => each.MemberId != me.MemberId)
            || Now(facts.Exclusions, now).Any(each => each.ExcludedId == me.MemberId);
        bool Hers(Guid? member) => member is { } one ? one == me.MemberId || me.Keeps.Contains(one) : !apart;
        var relations = Now(facts.Relations, now).Where(each => Hers(each.MemberId) && each.HolderId != me.MemberId).ToList();
        var consents = Now(facts.Consents, now).Where(each => Hers(each.MemberId)).ToList();
        var glasses = Now(facts.Glasses, now).Where(_ => !apart).ToList();
        var ids = relations
            .Select(each => (each.Holder, Id: each.HolderId))
            .Concat(consents.Select(each => (Holder: each.Recipient, Id: each.RecipientId)))
            .Concat(glasses.Select(each => (Holder: Holder.Person, Id: each.PersonId)))
            .Distinct();
        return new(
            apart,
            Now(facts.Protections, now).Any(each => each.MemberId == me.MemberId),
            [.. ids.Select(who => PartyOf(who.Holder, who.Id, relations, consents, glasses))],
            [.. Now(facts.Exclusions, now).Where(each => each.AskedBy == me.MemberId)]
        );
    }

    static Party PartyOf(Holder kind, Guid id, List<Relation> relations, List<Consent> consents, List<BreakGlass> glasses) =>
        new(
            kind,
            id,
            relations.Where(each => each.HolderId == id).Aggregate(DataClasses.None, (sum, each) => sum | each.Classes),
            [.. consents.Where(each => each.RecipientId == id).OrderBy(each => each.Class).ThenBy(each => each.From)],
            glasses.Any(each => each.PersonId == id)
        );

    static IEnumerable<TFact> Now<TFact>(IEnumerable<TFact> facts, DateTime now)
        where TFact : ILasting => facts.Where(each => Circle.Holds(each, now));
}
