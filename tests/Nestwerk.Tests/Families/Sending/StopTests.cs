using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Families.Sending;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families.Sending;

/// <summary>The link in a message, in the hands of whoever has the telephone now.</summary>
public abstract class StopTests(TestHost host) : PostingTests(host)
{
    [Fact]
    public async Task Not_for_me_stops_at_once_and_the_people_beside_her_hear_of_it()
    {
        var (family, channel, path) = await WrittenAsync(Message.DateComing(Time.Utc.AddDays(2)));

        var page = await Visitor().GetAsync(path);
        var untouched = await ChannelAsync(channel);
        var after = await page.PressAsync("button[value=no]");
        var next = await App.WriteAsync(channel, Message.DateChanged(Time.Utc.AddDays(3)));

        Assert.Equal((HttpStatusCode.OK, "no-referrer"), (page.Status, page.Header("Referrer-Policy")));
        Assert.Null(untouched.StoppedAt);
        Assert.Empty(page.FindAll("button[value=yes]"));
        Assert.Equal("Goed. Hier komt niets meer.", after.Title);
        Assert.Equal((ChannelState.Stopped, Verdict.Call), ((await ChannelAsync(channel)).StateAt(Time.Utc), next));
        Assert.Equal([CallReason.Stopped, CallReason.Stopped], (await App.CallsAsync(family.Id)).Select(call => call.Reason));
        Assert.True(
            await App.InDbAsync(db => db.Set<AuditRow>().AnyAsync(row => row.Event == "channel.stopped" && row.SubjectId == channel.Id))
        );
    }

    [Fact]
    public async Task Whom_we_ask_can_say_yes()
    {
        var (_, channel, path) = await WrittenAsync(Message.ConfirmNumber(), confirmed: false);

        var after = await (await Visitor().GetAsync(path)).PressAsync("button[value=yes]");

        Assert.Equal("Goed. We onthouden het.", after.Title);
        Assert.Equal(ChannelState.Confirmed, (await ChannelAsync(channel)).StateAt(Time.Utc));
    }

    [Fact]
    public async Task The_page_says_nothing_of_who_wrote_and_its_address_stands_in_no_log()
    {
        var (family, _, path) = await WrittenAsync(Message.CallUs());

        var page = await Visitor().GetAsync(path);

        foreach (var word in new[] { "Nestwerk", Place.Ninove.Name, "Mara", $"{family.Id}", "0470" })
            Assert.DoesNotContain(word, page.Text.Replace("/nestwerk.", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(App.Logs.All, line => line.Contains(path.Split('/')[^1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_dies_with_what_the_message_means_and_guessing_finds_nothing()
    {
        await using var app = await TheHost.StartAnotherAsync(adjust: Posting.OnlyWhenAsked);
        var family = await AFamily.LivingAsync(app);
        await app.WriteAsync(await app.ReachAsync(family), Message.DateComing(app.Time.Utc.AddDays(2)));
        var path = Links.StopMessages(Assert.Single(await app.MessagesAsync(family.Id)).TokenIn(family.Seal)!);

        var guess = await app.Visitor().GetAsync(Links.StopMessages("AAAAAAAAAAAAAAAAAAAAAA"));
        app.Time.Advance(TimeSpan.FromDays(2));
        var morningAfter = await app.Visitor().GetAsync(path);
        app.Time.Advance(TimeSpan.FromDays(1));
        var dead = await app.Visitor().GetAsync(path);

        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound),
            (guess.Status, morningAfter.Status, dead.Status)
        );
        Assert.Equal(guess.Text, dead.Text);
    }

    [Fact]
    public async Task Who_stands_beside_her_finds_whom_to_call_and_a_stranger_does_not()
    {
        var family = await AFamily.LivingAsync(App, "Belle");
        await App.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam), MessagesTests.Shielding(family));
        var channel = await App.ReachAsync(family, "0470 77 77 77");
        await App.WriteAsync(channel, Message.DateChanged(Time.Utc.AddDays(2)));
        var call = Assert.Single(await App.CallsAsync(family.Id));

        var hers = await (await SignInAsync(Everybody.Midwife)).GetAsync(Links.Calls);
        var today = await (await SignInAsync(Everybody.Midwife)).GetAsync("/");
        var other = await (await SignInAsync(Everybody.SocialWorker)).GetAsync(Links.Calls);
        var refused = await (await SignInAsync(Everybody.SocialWorker)).PostAsync(
            Links.Calls,
            ("family", $"{family.Id}"),
            ("call", $"{call.Id}"),
            other.Token()
        );
        var done = await hers.PressAsync($"button[value='{call.Id}']");

        Assert.Contains("Belle", hers.Main, StringComparison.Ordinal);
        Assert.Contains("0470 77 77 77", hers.Main, StringComparison.Ordinal);
        Assert.Contains(Links.Calls, today.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Belle", other.Main, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, refused.Status);
        Assert.DoesNotContain("Belle", done.Main, StringComparison.Ordinal);
        Assert.Equal(Everybody.Midwife.Id, Assert.Single(await App.CallsAsync(family.Id)).DoneBy);
    }

    [Fact]
    public async Task Whoever_looks_after_the_instance_sees_counts_and_can_try_or_give_up()
    {
        await using var app = await TheHost.StartAnotherAsync([
            "--Nestwerk:Messages:Sms:Url=http://127.0.0.1:1/sms",
            "--Nestwerk:Messages:Sms:Secret=geheim",
        ]);
        var family = await AFamily.LivingAsync(app, "Kanariemus");
        await app.WriteAsync(await app.ReachAsync(family, "0470 12 34 99"), Message.CallUs());
        await app.PostAsync();
        var browser = await app.SignInAsync(Everybody.Technician);

        var page = await browser.GetAsync("/settings/messages");
        var again = await page.PressAsync("form[action$='Try'] .primary");
        var due = Assert.Single(await app.MessagesAsync(family.Id)).NextTryAt;
        await again.PressAsync("button[formaction$='GiveUp']");

        Assert.Contains("Lukten nog niet 1", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("123499", page.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(app.Time.Utc, due);
        Assert.Equal([CallReason.Failed], (await app.CallsAsync(family.Id)).Select(call => call.Reason));
        Assert.DoesNotContain(app.Logs.All, line => line.Contains("470123499", StringComparison.Ordinal));
        Assert.Contains(app.Logs.All, line => line.Contains("FamilyMessage", StringComparison.Ordinal));
    }

    async Task<(AFamily Family, ContactChannel Channel, string Path)> WrittenAsync(Message message, bool confirmed = true)
    {
        var family = await AFamily.LivingAsync(App);
        var channel = await App.ReachAsync(family, $"0470 {Random.Shared.Next(100000, 999999)}", confirmed: confirmed);
        await App.WriteAsync(channel, message);
        return (family, channel, Links.StopMessages(Assert.Single(await App.MessagesAsync(family.Id)).TokenIn(family.Seal)!));
    }

    Task<ContactChannel> ChannelAsync(ContactChannel channel) =>
        App.InDbAsync(db =>
            db.Set<ContactChannel>().AsNoTracking().SingleAsync(row => row.FamilyId == channel.FamilyId && row.Id == channel.Id)
        );
}

public sealed class StopOnSqlite(SqliteHost host) : StopTests(host), IClassFixture<SqliteHost>;

public sealed class StopOnPostgres(PostgresHost host) : StopTests(host), IClassFixture<PostgresHost>;
