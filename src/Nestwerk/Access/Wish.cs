namespace Nestwerk.Access;

/// <summary>What is asked for: its class, the organisations that hold it, and the people who may change it (for working data).</summary>
public sealed record Held(DataClass Class, IReadOnlyCollection<Guid> Organisations, IReadOnlyCollection<Guid> People);

/// <summary>Everything Access knows about one family, as it stands now and stood before.</summary>
public sealed record FamilyFacts(
    Guid FamilyId,
    Guid ControllerId,
    IReadOnlyCollection<Relation> Relations,
    IReadOnlyCollection<Consent> Consents,
    IReadOnlyCollection<Exclusion> Exclusions,
    IReadOnlyCollection<Protection> Protections,
    IReadOnlyCollection<Restriction> Restrictions,
    IReadOnlyCollection<BreakGlass> Glasses
);

/// <summary>The same facts of all families, as questions to the database.</summary>
public sealed record FactSets(
    IQueryable<FamilyKey> Families,
    IQueryable<Relation> Relations,
    IQueryable<Consent> Consents,
    IQueryable<Exclusion> Exclusions,
    IQueryable<Protection> Protections,
    IQueryable<Restriction> Restrictions,
    IQueryable<BreakGlass> Glasses
)
{
    /// <summary>Only what holds at this moment.</summary>
    public FactSets At(DateTime now) =>
        new(
            Families,
            Holding(Relations, now),
            Holding(Consents, now),
            Holding(Exclusions, now),
            Holding(Protections, now),
            Holding(Restrictions, now),
            Holding(Glasses, now)
        );

    static IQueryable<TFact> Holding<TFact>(IQueryable<TFact> facts, DateTime now)
        where TFact : class, ILasting => facts.Where(fact => fact.From <= now && (fact.Until == null || now < fact.Until));
}

/// <summary>What somebody wants to do with a class of family data, for a purpose, at a moment (UTC).</summary>
public sealed record Wish(Act Act, DataClass Class, bool ByPart, Purpose Purpose, DateTime Now);
