using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Reliability;

/// <summary>
/// Somebody loses what lets her read while many windows of hers keep asking: no answer to a question that was asked after the
/// commit shows anything.
/// </summary>
[Trait("Row", "R04")]
public abstract class RevocationTests(TestHost host) : WebTests(host)
{
    static readonly int Windows = LongForm.Times(12, 50);
    static readonly int Rounds = LongForm.Times(2, 250);

    protected abstract string Database { get; }

    [Fact]
    public Task A_relation_that_ended_opens_nothing_any_more() =>
        LoseAsync(
            "relation ended",
            Everybody.Midwife,
            (db, family) =>
                db.Set<Relation>().Where(each => each.FamilyId == family.Id).ForEachAsync(each => each.End(each.HolderId, Time.Utc))
        );

    [Fact]
    public Task A_consent_that_was_withdrawn_opens_nothing_any_more() =>
        LoseAsync(
            "consent withdrawn",
            Everybody.SocialWorker,
            (db, family) =>
                db.Set<Consent>().Where(each => each.FamilyId == family.Id).ForEachAsync(each => each.Withdraw(family.Mother.Id, Time.Utc))
        );

    [Fact]
    public Task Somebody_who_was_shut_out_reads_nothing_any_more() =>
        LoseAsync(
            "shut out",
            Everybody.Midwife,
            (db, family) =>
            {
                db.Add(family.No(Everybody.Midwife.Id));
                return Task.CompletedTask;
            }
        );

    [Fact]
    public Task An_account_that_was_stopped_reads_nothing_any_more() =>
        LoseAsync(
            "account stopped",
            Everybody.Midwife,
            async (db, _) =>
                (await db.Users.SingleAsync(user => user.Id == Everybody.Midwife.AccountId)).SecurityStamp =
                    $"{Nestwerk.Shared.Ids.New():N}",
            async db =>
                (await db.Users.SingleAsync(user => user.Id == Everybody.Midwife.AccountId)).SecurityStamp =
                    $"{Place.IdOf("stamp", Everybody.Midwife.Name):N}"
        );

    async Task LoseAsync(
        string what,
        Inhabitant who,
        Func<Nestwerk.Data.NestwerkDb, AFamily, Task> lose,
        Func<Nestwerk.Data.NestwerkDb, Task>? restore = null
    )
    {
        var (read, late) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var family = await FamilyAsync(who, round);
            var browsers = await Task.WhenAll(Enumerable.Range(0, Windows).Select(_ => SignInAsync(who)));
            var race = new Race();
            var polls = browsers.Select(browser => race.PollAsync(browser, $"/families/{family.Id}", Secret(round))).ToList();
            await race.AllReadAsync(Windows, TestContext.Current.CancellationToken);
            await App.InDbAsync(async db =>
            {
                await lose(db, family);
                return await db.SaveChangesAsync();
            });
            race.Commit();
            await Task.WhenAll(polls);
            (read, late) = (read + race.Read, late + race.Late);
            if (restore is not null)
                await App.InDbAsync(async db =>
                {
                    await restore(db);
                    return await db.SaveChangesAsync();
                });
        }
        Assert.Equal(0, late);
        LongForm.Report(
            $"R04 {Database}, {what}: {Rounds} rounds, {Windows} windows each, {read} answers before the commit, {late} after it."
        );
    }

    static string Secret(int round) => $"Ze slaapt slecht, zegt ze voor keer {round}.";

    async Task<AFamily> FamilyAsync(Inhabitant who, int round)
    {
        var family = await AFamily.LivingAsync(App);
        await App.AddAsync(
            family.Beside(who, Basis.CareTeam),
            family.Note(Secret(round), Everybody.Midwife),
            family.Yes(who, DataClass.Care)
        );
        return family;
    }

    /// <summary>Windows that ask again and again until they are refused.</summary>
    sealed class Race
    {
        const int AfterTheCommit = 2;
        readonly HashSet<Browser> seen = [];
        long committed = long.MaxValue;
        int read;
        int late;

        public int Read => read;
        public int Late => late;

        public void Commit() => Volatile.Write(ref committed, TimeProvider.System.GetTimestamp());

        /// <summary>Waits until every window has shown it once.</summary>
        public async Task AllReadAsync(int windows, CancellationToken cancel)
        {
            var patience = TimeProvider.System.GetTimestamp();
            for (; ; )
            {
                lock (seen)
                    if (seen.Count == windows)
                        return;
                Assert.True(TimeProvider.System.GetElapsedTime(patience).TotalMinutes < 2, "The page never showed what it should.");
                await Task.Delay(10, cancel);
            }
        }

        public async Task PollAsync(Browser browser, string page, string secret)
        {
            browser.Follows = false;
            for (var after = 0; after < AfterTheCommit; )
            {
                await Task.Yield();
                var begun = TimeProvider.System.GetTimestamp();
                var isAfter = begun > Volatile.Read(ref committed);
                var answer = await browser.GetAsync(page);
                var shown = answer.Status == HttpStatusCode.OK && answer.Text.Contains(secret, StringComparison.Ordinal);
                if (isAfter)
                    after++;
                if (!shown)
                    continue;
                if (isAfter)
                    Interlocked.Increment(ref late);
                else
                    Interlocked.Increment(ref read);
                lock (seen)
                    seen.Add(browser);
            }
        }
    }
}

public sealed class RevocationOnSqlite(SqliteHost host) : RevocationTests(host), IClassFixture<SqliteHost>
{
    protected override string Database => "SQLite";
}

public sealed class RevocationOnPostgres(PostgresHost host) : RevocationTests(host), IClassFixture<PostgresHost>
{
    protected override string Database => "PostgreSQL";
}
