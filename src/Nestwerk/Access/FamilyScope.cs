using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>What the product itself does with family data, without anybody asking: each can do one thing.</summary>
public enum Job
{
    /// <summary>Finds the channel a message goes to.</summary>
    Send,

    /// <summary>Finds whose number somebody typed to get in.</summary>
    SignIn,

    /// <summary>Moves rows when families are joined or split.</summary>
    Move,

    /// <summary>Erases, exports and forgets what is over.</summary>
    Rights,

    /// <summary>Fills the demo.</summary>
    Demo,
}

/// <summary>
/// The only way to rows about families. What is not for this actor is not found, whether it exists or not;
/// lists, counts and searches are filtered in the question itself.
/// </summary>
public sealed class FamilyScope(NestwerkDb db, HouseClock clock)
{
    /// <summary>The rows of this type that the actor may read or write for this purpose, now.</summary>
    public IQueryable<TRow> Of<TRow>(Actor actor, Act act, Purpose purpose)
        where TRow : class, IFamilyRow => AccessPolicy.Filter(db.Set<TRow>(), Sets(), actor, WishOf(typeof(TRow), act, purpose));

    /// <summary>Everything of a type, for what the product does by itself. Never for a page.</summary>
    public IQueryable<TRow> For<TRow>(Job job)
        where TRow : class, IFamilyRow =>
        job == Job.Send && HoldsAttribute.Of(typeof(TRow)).Class != DataClass.Contact
            ? throw new InvalidOperationException($"{job} may not see {typeof(TRow).Name}.")
            : db.Set<TRow>();

    /// <summary>Keeps a new row, when the actor may write it.</summary>
    /// <returns>False when she may not: answer as for something that is not there.</returns>
    public async Task<bool> AddAsync<TRow>(Actor actor, Purpose purpose, TRow row, CancellationToken cancel)
        where TRow : class, IFamilyRow
    {
        if (await DecideAsync(actor, Act.Write, purpose, row, cancel) != Reason.Allowed)
            return false;
        db.Add(row);
        return true;
    }

    /// <summary>The reason, for the audit of a refusal.</summary>
    public async Task<Reason> DecideAsync<TRow>(Actor actor, Act act, Purpose purpose, TRow row, CancellationToken cancel)
        where TRow : class, IFamilyRow =>
        await FactsAsync(row.FamilyId, cancel) is { } facts
            ? AccessPolicy.Decide(actor, WishOf(typeof(TRow), act, purpose), row, facts)
            : Reason.NotHers;

    /// <summary>What Access knows about a family; null when there is none, or it was erased. Facts of the running transaction count.</summary>
    public async Task<FamilyFacts?> FactsAsync(Guid family, CancellationToken cancel)
    {
        var key = await db.Set<FamilyKey>().FindAsync([family], cancel);
        if (key is null)
            return null;
        return new(
            family,
            key.ControllerId,
            await ListAsync<Relation>(family, cancel),
            await ListAsync<Consent>(family, cancel),
            await ListAsync<Exclusion>(family, cancel),
            await ListAsync<Protection>(family, cancel),
            await ListAsync<Restriction>(family, cancel),
            await ListAsync<BreakGlass>(family, cancel)
        );
    }

    /// <summary>The stored facts and those just added, so that a file can be begun in one transaction.</summary>
    async Task<IReadOnlyCollection<TFact>> ListAsync<TFact>(Guid family, CancellationToken cancel)
        where TFact : class
    {
        await db.Set<TFact>().Where(fact => EF.Property<Guid>(fact, nameof(FamilyKey.FamilyId)) == family).LoadAsync(cancel);
        return
        [
            .. db
                .ChangeTracker.Entries<TFact>()
                .Where(entry => entry.State != EntityState.Deleted)
                .Where(entry => (Guid)entry.Property(nameof(FamilyKey.FamilyId)).CurrentValue! == family)
                .Select(entry => entry.Entity),
        ];
    }

    Wish WishOf(Type type, Act act, Purpose purpose)
    {
        var holds = HoldsAttribute.Of(type);
        return new(act, holds.Class, holds.ByPart, purpose, clock.Utc);
    }

    FactSets Sets() =>
        new(
            db.Set<FamilyKey>(),
            db.Set<Relation>(),
            db.Set<Consent>(),
            db.Set<Exclusion>(),
            db.Set<Protection>(),
            db.Set<Restriction>(),
            db.Set<BreakGlass>()
        );
}
