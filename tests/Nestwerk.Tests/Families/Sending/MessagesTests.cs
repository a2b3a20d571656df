using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Families.Sending;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families.Sending;

public abstract class MessagesTests(TestHost host) : PostingTests(host)
{
    [Fact]
    public async Task A_code_reaches_her_and_nothing_of_it_stays_behind()
    {
        using var folder = new TempFolder();
        await using var app = await StartAsync(folder);
        var family = await AFamily.LivingAsync(app);
        var channel = await app.ReachAsync(family, confirmed: false);

        var verdict = await app.WriteAsync(channel, Message.SignInCode("271828"));
        var before = Assert.Single(await app.MessagesAsync(family.Id));
        await app.PostAsync();
        var after = Assert.Single(await app.MessagesAsync(family.Id));
        var text = await File.ReadAllTextAsync(folder[$"out/{before.Id:N}.txt"]);

        Assert.Equal(Verdict.Send, verdict);
        Assert.Equal("271828", before.CodeIn(family.Seal));
        Assert.StartsWith("Sms\n32470000001\n\nJe code is 271828.", text, StringComparison.Ordinal);
        Assert.NotNull(after.SentAt);
        Assert.Null(after.Code);
        Assert.Null(after.Token);
    }

    [Fact]
    public async Task What_changes_before_it_leaves_still_counts()
    {
        using var folder = new TempFolder();
        await using var app = await StartAsync(folder);
        var (stopped, quiet, kept) = (
            await AFamily.LivingAsync(app, "Mara"),
            await AFamily.LivingAsync(app, "Noa"),
            await AFamily.LivingAsync(app, "Isa")
        );
        var (one, two, three) = (await app.ReachAsync(stopped), await app.ReachAsync(quiet), await app.ReachAsync(kept));
        foreach (var channel in new[] { one, two, three })
            await app.WriteAsync(channel, Message.DateComing(app.Time.Utc.AddDays(1)));

        await app.ChangeAsync(one, channel => channel.Stop(app.Time.Utc));
        await app.AddAsync(ALoss(quiet));
        var sent = await app.PostAsync();

        Assert.Equal(1, sent);
        Assert.Equal([CallReason.Stopped], (await app.CallsAsync(stopped.Id)).Select(call => call.Reason));
        Assert.Empty(await app.CallsAsync(quiet.Id));
        Assert.NotNull(Assert.Single(await app.MessagesAsync(kept.Id)).SentAt);
    }

    [Fact]
    public async Task A_protected_person_is_called_and_not_written_to()
    {
        var family = await AFamily.LivingAsync(App);
        var channel = await App.ReachAsync(family);
        await App.AddAsync(Shielding(family));

        var verdict = await App.WriteAsync(channel, Message.DateChanged(App.Time.Utc.AddDays(2)));

        Assert.Equal(Verdict.Call, verdict);
        Assert.Empty(await App.MessagesAsync(family.Id));
        Assert.Equal(
            (CallReason.Protected, MessageTemplate.DateChanged),
            (await App.CallsAsync(family.Id)).Select(call => (call.Reason, call.Template)).Single()
        );
    }

    [Fact]
    public async Task A_number_is_asked_once_a_day_whichever_family_has_it()
    {
        var (one, two) = (await AFamily.LivingAsync(App, "Mara"), await AFamily.LivingAsync(App, "Noa"));
        var (hers, same) = (
            await App.ReachAsync(one, "0470 55 55 55", confirmed: false),
            await App.ReachAsync(two, "+32 470 555 555", confirmed: false)
        );

        var asked = new[] { await App.WriteAsync(hers, Message.ConfirmNumber()), await App.WriteAsync(same, Message.ConfirmNumber()) };
        App.Time.Advance(TimeSpan.FromHours(25));
        var again = await App.WriteAsync(same, Message.ConfirmNumber());

        Assert.Equal([Verdict.Send, Verdict.Nothing], asked);
        Assert.Equal(Verdict.Send, again);
    }

    [Fact]
    public async Task Without_a_way_out_somebody_calls()
    {
        await using var app = await TheHost.StartAnotherAsync(adjust: Posting.OnlyWhenAsked);
        var family = await AFamily.LivingAsync(app);
        await app.WriteAsync(await app.ReachAsync(family), Message.CallUs());

        await app.PostAsync();

        Assert.Equal([CallReason.Failed], (await app.CallsAsync(family.Id)).Select(call => call.Reason));
    }

    [Fact]
    public async Task A_row_says_nothing_of_her()
    {
        var family = await AFamily.LivingAsync(App, "Kanariemus");
        await App.WriteAsync(await App.ReachAsync(family, "0470 98 76 54"), Message.DateComing(App.Time.Utc.AddDays(1)));

        var row = await App.InDbAsync(db => db.Set<FamilyMessage>().Where(each => each.FamilyId == family.Id).SingleAsync());
        var columns = await App.InDbAsync(async db =>
            string.Join(
                ' ',
                db.Entry(await db.Set<FamilyMessage>().SingleAsync(each => each.Id == row.Id))
                    .Properties.Select(property => property.CurrentValue)
            )
        );

        Assert.DoesNotContain("Kanariemus", columns, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("470", columns, StringComparison.Ordinal);
    }

    async Task<NestwerkApp> StartAsync(TempFolder folder) =>
        await TheHost.StartAnotherAsync([$"--Nestwerk:Messages:Folder={folder["out"]}"], adjust: Posting.OnlyWhenAsked);

    internal static Quiet ALoss(AFamily family)
    {
        var quiet = new Quiet
        {
            FamilyId = family.Id,
            Id = Ids.New(),
            Since = ManualTime.Start.UtcDateTime,
            By = Everybody.Midwife.Id,
        };
        quiet.Say(Loss.BabyDied, null, family.Seal);
        return quiet;
    }

    internal static Protection Shielding(AFamily family)
    {
        var id = Ids.New();
        return new()
        {
            FamilyId = family.Id,
            Id = id,
            MemberId = family.Mother.Id,
            PlacedBy = Everybody.Midwife.Id,
            From = ManualTime.Start.UtcDateTime.AddDays(-1),
            Alias = family.Seal.Seal("Els", "Protection.Alias", id),
            CodeWord = family.Seal.Seal("appel", "Protection.CodeWord", id),
        };
    }
}

public sealed class MessagesOnSqlite(SqliteHost host) : MessagesTests(host), IClassFixture<SqliteHost>;

public sealed class MessagesOnPostgres(PostgresHost host) : MessagesTests(host), IClassFixture<PostgresHost>;
