using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.Reliability;

namespace Nestwerk.Tests.Access;

/// <summary>What the policy says of one row and what its filter lets through as SQL are the same, in made-up worlds.</summary>
[Trait("Row", "R03")]
public abstract class PolicyAgreesTests(TestHost host) : WebTests(host)
{
    static readonly MethodInfo Ask = typeof(PolicyAgreesTests).GetMethod(nameof(AskAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    protected abstract string Database { get; }
    protected abstract int Worlds { get; }

    /// <summary>How often each reason must have been given.</summary>
    protected abstract int Least { get; }

    [Fact]
    public async Task One_row_and_the_filter_of_a_query_give_the_same_answer()
    {
        var reasons = Enum.GetValues<Reason>().ToDictionary(reason => reason, _ => 0);
        var (asked, began) = (0, TimeProvider.System.GetTimestamp());

        for (var number = 0; number < Worlds; number++)
            asked += await LookAsync(LongForm.Seed + number, reasons);

        Assert.All(reasons, reason => Assert.True(reason.Value >= Least, $"{reason.Key} was given {reason.Value} times only"));
        var took = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        var rarest = reasons.MinBy(reason => reason.Value);
        LongForm.Report(
            $"R03 {Database}: {Worlds} worlds, {asked} questions, decision and SQL filter gave the same answer to each; {reasons.Count} reasons, the rarest ({rarest.Key}) {rarest.Value} times, {took:F0} s."
        );
    }

    Task<int> LookAsync(int seed, Dictionary<Reason, int> reasons) =>
        App.InDbAsync(async db =>
        {
            var world = PolicyWorlds.Make(seed);
            await using var never = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync(
                db is SqliteDb ? "PRAGMA defer_foreign_keys = ON" : "SET LOCAL session_replication_role = replica"
            );
            PolicyRows.Add(db, world);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            var asked = await WorkAsync(db, world, reasons);
            foreach (var question in world.Questions)
                asked += await CompareAsync(db, seed, world, question, reasons);
            return asked;
        });

    static async Task<int> CompareAsync(
        NestwerkDb db,
        int seed,
        PolicyWorld world,
        PolicyQuestion question,
        Dictionary<Reason, int> reasons
    )
    {
        var let = await (Task<HashSet<Guid>>)Ask.MakeGenericMethod(question.Table).Invoke(null, [db, question])!;
        foreach (var (row, reason) in world.Decide(question))
        {
            reasons[reason]++;
            if (PolicyWorld.Opens(reason) != let.Remove(row.Id))
                Assert.Fail(
                    $"World {seed}: {question.Wish} of {row}: {reason}, and the filter says otherwise. Posts: {string.Join(' ', question.Actor.Posts)}."
                );
        }
        Assert.True(let.Count == 0, $"World {seed}: the filter of {question.Wish} gives rows of an erased family.");
        return world.Rows[question.Table].Length;
    }

    /// <summary>The same for the work of organisations: a decision on one, and her reach in a query.</summary>
    static async Task<int> WorkAsync(NestwerkDb db, PolicyWorld world, Dictionary<Reason, int> reasons)
    {
        var asked = 0;
        foreach (var (actor, data, act) in world.Questions.Select(each => each.Actor).Distinct().SelectMany(WorkOf))
        {
            var reach = AccessPolicy.Reach(actor, data, act);
            var let = await db.Set<Organisation>().Where(house => reach.Contains(house.Id)).Select(house => house.Id).ToListAsync();
            foreach (var house in world.Houses)
            {
                var reason = AccessPolicy.Decide(actor, act, new(data, [house.Id], [actor.PersonId]));
                reasons[reason]++;
                asked++;
                Assert.Equal(reason == Reason.Allowed, let.Contains(house.Id));
            }
        }
        return asked;
    }

    static IEnumerable<(Actor Actor, DataClass Data, Act Act)> WorkOf(Actor actor) =>
        [(actor, DataClass.Working, Act.Read), (actor, DataClass.Working, Act.Write), (actor, DataClass.Public, Act.Write)];

    static async Task<HashSet<Guid>> AskAsync<TRow>(NestwerkDb db, PolicyQuestion question)
        where TRow : class, IFamilyRow
    {
        FactSets all = new(
            db.Set<FamilyKey>(),
            db.Set<Relation>(),
            db.Set<Consent>(),
            db.Set<Exclusion>(),
            db.Set<Protection>(),
            db.Set<Restriction>(),
            db.Set<BreakGlass>()
        );
        var rows = AccessPolicy.Filter(db.Set<TRow>(), all, question.Actor, question.Wish);
        return [.. await rows.Select(row => row.Id).ToListAsync()];
    }
}

public sealed class PolicyAgreesOnSqlite(SqliteHost host) : PolicyAgreesTests(host), IClassFixture<SqliteHost>
{
    protected override string Database => "SQLite";
    protected override int Worlds => LongForm.Times(25, 1_000);
    protected override int Least => LongForm.Times(5, 1_000);
}

public sealed class PolicyAgreesOnPostgres(PostgresHost host) : PolicyAgreesTests(host), IClassFixture<PostgresHost>
{
    protected override string Database => "PostgreSQL";
    protected override int Worlds => LongForm.Times(6, 50);
    protected override int Least => LongForm.Times(0, 50);
}

/// <summary>Limits only ever take away: in made-up worlds, without a database.</summary>
[Trait("Row", "R03")]
public sealed class PolicyNarrowsTests
{
    static readonly int Worlds = LongForm.Times(40, 1_000);

    [Fact]
    public void Shutting_somebody_out_never_lets_anybody_see_more() =>
        Narrows(
            (world, random, facts) =>
            {
                var actor = world.Questions[random.Next(world.Questions.Count)].Actor;
                var made = new PolicyFacts(random, facts.FamilyId, world.Families.Single(each => each.Id == facts.FamilyId).Members);
                return facts with { Exclusions = [.. facts.Exclusions, made.Exclusion(actor.PersonId, PolicyWorlds.Now, null)] };
            }
        );

    [Fact]
    public void The_end_of_a_consent_never_lets_anybody_see_more() =>
        Narrows(
            (_, random, facts) =>
            {
                facts.Consents.ElementAt(random.Next(facts.Consents.Count)).Withdraw(facts.FamilyId, PolicyWorlds.Now);
                return facts;
            }
        );

    [Fact]
    public void The_end_of_a_relation_never_lets_anybody_see_more() =>
        Narrows(
            (_, random, facts) =>
            {
                facts.Relations.ElementAt(random.Next(facts.Relations.Count)).End(facts.FamilyId, PolicyWorlds.Now);
                return facts;
            }
        );

    [Fact]
    public void Protecting_somebody_or_stopping_the_use_never_lets_anybody_see_more() =>
        Narrows(
            (world, random, facts) =>
            {
                var made = new PolicyFacts(random, facts.FamilyId, world.Families.Single(each => each.Id == facts.FamilyId).Members);
                return random.Next(2) == 0
                    ? facts with
                    {
                        Protections = [.. facts.Protections, made.Protection(PolicyWorlds.Now, null)],
                    }
                    : facts with
                    {
                        Restrictions = [.. facts.Restrictions, made.Restriction(PolicyWorlds.Now, null)],
                    };
            }
        );

    static void Narrows(Func<PolicyWorld, Random, FamilyFacts, FamilyFacts> narrow)
    {
        for (var seed = LongForm.Seed; seed < LongForm.Seed + Worlds; seed++)
        {
            var (world, random) = (PolicyWorlds.Make(seed), new Random(seed));
            var before = world.Questions.Select(world.Allowed).ToList();
            var chosen = world.Families[random.Next(world.Families.Count)];
            var narrowed = chosen with { Facts = narrow(world, random, chosen.Facts) };
            var after = world with { Families = [.. world.Families.Select(each => each == chosen ? narrowed : each)] };

            foreach (var (question, could) in world.Questions.Zip(before))
                Assert.Subset(could, after.Allowed(question));
        }
    }
}
