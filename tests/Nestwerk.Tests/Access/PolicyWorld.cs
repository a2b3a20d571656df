using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Access;

/// <summary>A family of a made-up world: who is in it, what Access knows about it, and whether it was erased.</summary>
sealed record PolicyFamily(FamilyFacts Facts, Guid[] Parents, Guid[] Children, bool Erased)
{
    public Guid Id => Facts.FamilyId;
    public Guid[] Members => [.. Parents, .. Children];

    /// <summary>Everything that goes to the database; no key when it was erased.</summary>
    public IEnumerable<object> Rows()
    {
        if (!Erased)
            yield return new FamilyKey
            {
                FamilyId = Id,
                ControllerId = Facts.ControllerId,
                Wrapped = "-",
                MadeAt = PolicyWorlds.Now,
            };
        foreach (
            var fact in new IEnumerable<object>[]
            {
                Facts.Relations,
                Facts.Consents,
                Facts.Exclusions,
                Facts.Protections,
                Facts.Restrictions,
                Facts.Glasses,
            }.SelectMany(each => each)
        )
            yield return fact;
    }
}

/// <summary>Who a row is about and from, before it is a row of some table.</summary>
sealed record PolicyRow(Guid FamilyId, Guid Id, Guid? SubjectId, Guid? ToldBy, Guid? WrittenBy, DateTime? ShownAt) : IFamilyRow;

/// <summary>What somebody asks of all rows of a table.</summary>
sealed record PolicyQuestion(Actor Actor, Type Table, Act Act, Purpose Purpose)
{
    public Wish Wish => new(Act, HoldsAttribute.Of(Table).Class, HoldsAttribute.Of(Table).ByPart, Purpose, PolicyWorlds.Now);
}

/// <summary>Organisations, people, families and rows, and the questions that are asked of them.</summary>
sealed record PolicyWorld(
    IReadOnlyList<Organisation> Houses,
    IReadOnlyList<PolicyFamily> Families,
    IReadOnlyDictionary<Type, PolicyRow[]> Rows,
    IReadOnlyList<PolicyQuestion> Questions
)
{
    /// <summary>What the policy says of each row, one by one; an erased family says nothing.</summary>
    public IEnumerable<(PolicyRow Row, Reason Reason)> Decide(PolicyQuestion question) =>
        from row in Rows[question.Table]
        let family = Families.Single(each => each.Id == row.FamilyId)
        where !family.Erased
        select (row, AccessPolicy.Decide(question.Actor, question.Wish, row, family.Facts));

    public HashSet<Guid> Allowed(PolicyQuestion question) =>
        [.. Decide(question).Where(each => Opens(each.Reason)).Select(each => each.Row.Id)];

    public static bool Opens(Reason reason) => reason is Reason.Allowed or Reason.BrokenGlass;
}
