using Nestwerk.Families.Sending;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.Reliability;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families.Sending;

/// <summary>
/// The sender dies at every step, the provider has bad days: nothing is lost, nothing comes twice where the provider looks at our
/// reference, at most once too often per crash where it does not, and never twice to a protected person.
/// </summary>
[Trait("Row", "R23")]
public abstract class OutboxTests(TestHost host) : WebTests(host)
{
    static readonly int Crashings = LongForm.Times(18, 504);
    static readonly int Messages = LongForm.Times(40, 1000);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task A_sender_that_dies_loses_nothing(bool honours, bool canBeAsked)
    {
        await using var provider = await FakeProvider.OpenAsync(honours);
        var crashes = new Crashes();
        await using var app = await TheHost.StartAnotherAsync(provider.Settings(canBeAsked), adjust: Crashes.Possible(crashes));
        var (repeats, calls) = (0, 0);

        for (var crash = 0; crash < Crashings; crash++)
        {
            var step = (DiesAt)(crash % Enum.GetValues<DiesAt>().Length);
            var isProtected = crash / 6 % 2 == 1;
            var family = await AFamily.LivingAsync(app);
            await app.WriteAsync(await app.ReachAsync(family, $"0470 {crash:000000}"), Message.DateComing(app.Time.Utc.AddDays(30)));
            var message = Assert.Single(await app.MessagesAsync(family.Id));
            provider.Next = reference => FaultAt(step, crashes.At is not null);
            crashes.At = step;
            await Assert.ThrowsAsync<CrashException>(app.PostAsync);
            if (isProtected)
                await app.AddAsync(MessagesTests.Shielding(family));

            await SettleAsync(app);

            var times = provider.DeliveriesOf(message.Id);
            var called = (await app.CallsAsync(family.Id)).ConvertAll(call => call.Reason);
            var mayHaveLeft = step > DiesAt.Prepared;
            if (isProtected)
                Assert.Equal([mayHaveLeft ? CallReason.Unsure : CallReason.Protected], called);
            else
                Assert.Empty(called);
            Assert.InRange(times, isProtected ? 0 : 1, isProtected || honours || canBeAsked ? 1 : 2);
            (repeats, calls) = (repeats + Math.Max(0, times - 1), calls + called.Count);
        }

        LongForm.Report(
            $"outbox, {Kind}, provider {(honours ? "honours our reference" : canBeAsked ? "tells what it took" : "looks at nothing")}: the sender died {Crashings} times, {Crashings / 6} at each of 6 steps; 0 lost, {repeats} came twice, {calls} of protected persons became a call and 0 of those came twice."
        );
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task A_provider_with_bad_days_makes_us_lose_nothing(bool honours, bool canBeAsked)
    {
        await using var provider = await FakeProvider.OpenAsync(honours);
        await using var app = await TheHost.StartAnotherAsync(provider.Settings(canBeAsked), adjust: Posting.OnlyWhenAsked);
        var chance = new Random(LongForm.Seed);
        var families = new List<AFamily>();
        for (var number = 0; number < Messages; number++)
        {
            families.Add(await AFamily.LivingAsync(app));
            await app.WriteAsync(await app.ReachAsync(families[^1], $"0471 {number:000000}"), Message.DateComing(app.Time.Utc.AddDays(30)));
        }
        provider.Next = _ => AnyFault(chance);

        await SettleAsync(app);

        var (sent, called, repeats) = (0, 0, 0);
        foreach (var family in families)
        {
            var row = Assert.Single(await app.MessagesAsync(family.Id));
            var (times, calls) = (provider.DeliveriesOf(row.Id), (await app.CallsAsync(family.Id)).Count);
            Assert.True(row.SentAt is not null != (calls == 1), "Sent or called, and not both.");
            Assert.InRange(
                times,
                row.SentAt is null ? 0 : 1,
                honours || canBeAsked ? 1 : 1 + provider.Unsaid.GetValueOrDefault($"{row.Id:N}")
            );
            (sent, called, repeats) = (sent + (calls == 0 ? 1 : 0), called + calls, repeats + Math.Max(0, times - 1));
        }
        LongForm.Report(
            $"outbox, {Kind}, provider with bad days that {(honours ? "honours our reference" : canBeAsked ? "tells what it took" : "looks at nothing")}: {Messages} messages, {sent} left, {called} became a call, 0 lost, {repeats} came once too often."
        );
    }

    [Fact]
    public async Task Several_senders_share_the_work_and_none_sends_what_another_has()
    {
        await using var provider = await FakeProvider.OpenAsync(honours: false);
        await using var app = await TheHost.StartAnotherAsync(provider.Settings(), adjust: Posting.OnlyWhenAsked);
        var families = new List<AFamily>();
        for (var number = 0; number < 60; number++)
        {
            families.Add(await AFamily.LivingAsync(app));
            await app.WriteAsync(await app.ReachAsync(families[^1], $"0472 {number:000000}"), Message.CallUs());
        }

        for (var round = 0; round < 3; round++)
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(app.PostAsync)));

        foreach (var family in families)
            Assert.Equal(1, provider.DeliveriesOf(Assert.Single(await app.MessagesAsync(family.Id)).Id));
    }

    string Kind => GetType().Name.EndsWith("Postgres", StringComparison.Ordinal) ? "PostgreSQL" : "SQLite";

    static Fault FaultAt(DiesAt step, bool isFirst) =>
        !isFirst ? Fault.None
        : step == DiesAt.Heard ? Fault.CutBefore
        : step == DiesAt.Taken ? Fault.CutAfter
        : Fault.None;

    /// <summary>Most days are bad, so that some messages are given up.</summary>
    static Fault AnyFault(Random chance)
    {
        lock (chance)
            return chance.Next(200) switch
            {
                0 => Fault.Slow,
                < 20 => Fault.Refused,
                < 45 => Fault.CutBefore,
                < 70 => Fault.CutAfter,
                < 90 => Fault.ErrorAfter,
                < 110 => Fault.ErrorBefore,
                < 130 => Fault.Busy,
                < 145 => Fault.TooMany,
                _ => Fault.None,
            };
    }

    /// <summary>Lets time pass, in the daytime, until nothing waits any more.</summary>
    static async Task SettleAsync(NestwerkApp app)
    {
        do
        {
            app.Time.Advance(TimeSpan.FromMinutes(5));
            if (app.Time.Utc.Hour >= 18)
                app.Time.Advance(TimeSpan.FromHours(14));
            await app.PostAsync();
        } while (await app.WaitAsync());
    }
}

public sealed class OutboxOnSqlite(SqliteHost host) : OutboxTests(host), IClassFixture<SqliteHost>;

public sealed class OutboxOnPostgres(PostgresHost host) : OutboxTests(host), IClassFixture<PostgresHost>;
