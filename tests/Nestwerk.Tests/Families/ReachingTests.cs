using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

/// <summary>How somebody is reached, and by what she is found.</summary>
public abstract class ReachingTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task A_number_is_added_confirmed_by_her_word_replaced_and_the_old_one_finds_her_no_more()
    {
        var family = await HersAsync("Marte");
        var me = await SignInAsync(Everybody.Midwife);
        var added = await (await me.GetAsync(Links.NewChannel(family.Id, family.Mother.Id))).PressAsync(
            "main form",
            ("Input.Value", "0470 11 22 33"),
            ("Input.SafeTimes", "di en do na 10 uur"),
            ("Input.NoMessages", "true")
        );
        var confirmed = await (await added.FollowAsync("main a[href*='/reach/']")).PressAsync("button[formaction$='Confirm']");
        var replaced = await (await confirmed.FollowAsync("main a[href*='/reach/']")).PressAsync(
            "main form",
            ("Input.Value", "0470 99 88 77")
        );

        Assert.Contains("nog niet bevestigd", added.Main);
        Assert.Contains("Laat nooit een bericht na.", added.Main);
        Assert.Contains("bevestigd", confirmed.Main);
        Assert.Contains("0470 99 88 77", replaced.Main);
        Assert.DoesNotContain("0470 11 22 33", replaced.Text);
        Assert.Empty(await FoundAsync("32470112233", LookupKind.Phone));
        Assert.Contains(family.Id, await FoundAsync("32470998877", LookupKind.Phone));
    }

    [Fact]
    public async Task A_stopped_and_a_wrong_number_say_so_in_words()
    {
        var family = await HersAsync("Lien");
        var me = await SignInAsync(Everybody.Midwife);
        var page = await AddAsync(me, family, "0470 00 00 01");
        var stopped = await (await page.FollowAsync("main a[href*='/reach/']")).PressAsync("button[formaction$='Stop']");

        var other = await HersAsync("Lotte");
        page = await AddAsync(me, other, "0470 00 00 02");
        var wrong = await (await page.FollowAsync("main a[href*='/reach/']")).PressAsync("button[formaction$='Wrong']");

        Assert.Contains("gestopt op haar vraag", stopped.Main);
        Assert.Contains("fout nummer", wrong.Main);
        Assert.Empty(await FoundAsync("32470000002", LookupKind.Phone));
    }

    [Fact]
    public async Task What_is_no_number_is_said_beside_the_field_and_stays()
    {
        var family = await HersAsync("Tine");
        var form = await (await SignInAsync(Everybody.Midwife)).GetAsync(Links.NewChannel(family.Id, family.Mother.Id));

        var again = await form.PressAsync("main form", ("Input.Value", "geen idee"), ("Input.Via", "haar zus"));

        Assert.Single(again.Errors);
        Assert.Contains("haar zus", again.Text);
    }

    [Fact]
    public async Task For_a_protected_person_every_change_asks_for_her_word()
    {
        var family = await HersAsync("Yara");
        var me = await SignInAsync(Everybody.Midwife);
        var page = await AddAsync(me, family, "0470 55 55 55");
        await App.AddAsync(family.Protected("Roos", "Zonne bloem"));
        var form = await page.FollowAsync("main a[href*='/reach/']");

        var refused = await form.PressAsync("button[formaction$='Stop']", ("Input.Word", "tulp"));
        var changed = await form.PressAsync("main form", ("Input.Value", "0470 66 66 66"));
        var added = await (await me.GetAsync(Links.NewChannel(family.Id, family.Mother.Id))).PressAsync(
            "main form",
            ("Input.Value", "0470 77 77 77")
        );
        var stopped = await form.PressAsync("button[formaction$='Stop']", ("Input.Word", "zonnebloem"));

        foreach (var no in (Page[])[refused, changed, added])
            Assert.Contains("Dat is het codewoord niet. Er is niets veranderd.", no.Errors);
        Assert.Contains("0470 55 55 55", stopped.Main);
        Assert.Contains("gestopt op haar vraag", stopped.Main);
        Assert.DoesNotContain("Zonne bloem", refused.Text + form.Text);
        Assert.Equal(1, await App.InDbAsync(db => db.Set<ContactChannel>().CountAsync(each => each.FamilyId == family.Id)));
    }

    [Fact]
    public async Task A_name_and_a_month_find_by_sound_and_a_changed_name_only_by_the_new_one()
    {
        var family = await HersAsync("Youssra");
        var me = await SignInAsync(Everybody.Midwife);
        await (await me.GetAsync(Links.Member(family.Id, family.Mother.Id))).PressAsync("main form", ("Input.Month", "1999-05"));
        var before = await FoundAsync(Lookups.NameAndMonth("Yusra", new(1999, 5, 1)), LookupKind.NameAndMonth);

        await (await me.GetAsync(Links.Member(family.Id, family.Mother.Id))).PressAsync("main form", ("Input.Name", "Katrien"));

        Assert.Contains(family.Id, before);
        Assert.DoesNotContain(family.Id, await FoundAsync(Lookups.NameAndMonth("Yusra", new(1999, 5, 1)), LookupKind.NameAndMonth));
        Assert.Contains(family.Id, await FoundAsync(Lookups.NameAndMonth("Katrijn", new(1999, 5, 1)), LookupKind.NameAndMonth));
    }

    [Fact]
    public async Task The_answer_to_an_inquiry_is_the_same_whoever_it_is_and_only_her_own_family_is_named()
    {
        var (hers, other) = (await HersAsync("Wies"), await AFamily.LivingAsync(App, "Isaura"));
        var me = await SignInAsync(Everybody.Midwife);
        await AddAsync(me, hers, "0471 00 00 01");
        await App.AddAsync(other.Beside(Everybody.SocialWorker, Basis.CareTeam));
        await AddAsync(await SignInAsync(Everybody.SocialWorker), other, "0471 00 00 45");
        var form = await me.GetAsync(Links.Find);

        var known = await form.PressAsync("main form", ("Input.Reach", "0471 00 00 01"));
        var elsewhere = await form.PressAsync("main form", ("Input.Reach", "+32 471 00 00 45"));
        var nobody = await form.PressAsync("main form", ("Input.Reach", "+32 471 00 00 46"));

        Assert.Contains("Wies", known.Main);
        Assert.DoesNotContain("Isaura", elsewhere.Text);
        Assert.Equal(Masked(nobody, "46"), Masked(elsewhere, "45"));
        Assert.Equal(Links.Find, elsewhere.Path);
    }

    [Fact]
    public async Task An_inquiry_is_written_down_without_what_was_typed_and_thirty_a_day_is_enough()
    {
        var me = await SignInAsync(Everybody.Coordinator);
        var form = await me.GetAsync(Links.Find);
        for (var number = 0; number < 30; number++)
            await form.PressAsync("main form", ("Input.Reach", $"0472 00 00 {number:00}"));

        var refused = await form.PressAsync("main form", ("Input.Reach", "0472 00 00 99"));
        Time.Advance(TimeSpan.FromHours(25));
        var tomorrow = await (await SignInAsync(Everybody.Coordinator)).GetAsync(Links.Find);
        tomorrow = await tomorrow.PressAsync("main form", ("Input.Reach", "0472 00 00 99"));

        Assert.Contains("Je stelde vandaag al 30 vragen. Morgen kan het weer.", refused.Errors);
        Assert.Empty(tomorrow.Errors);
        Assert.Equal(
            31,
            await App.InDbAsync(db =>
                db.Set<AuditRow>().CountAsync(row => row.PersonId == Everybody.Coordinator.Id && row.Event == "family.looked-up")
            )
        );
    }

    static string Masked(Page page, string number) =>
        page.Main.Replace(number, "", StringComparison.Ordinal) + page.FindAll("main .note").Count + page.FindAll("main section").Count;

    static async Task<Page> AddAsync(Browser me, AFamily family, string number) =>
        await (await me.GetAsync(Links.NewChannel(family.Id, family.Mother.Id))).PressAsync("main form", ("Input.Value", number));

    async Task<AFamily> HersAsync(string name)
    {
        var family = await AFamily.LivingAsync(App, name);
        await App.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        return family;
    }

    async Task<IReadOnlyList<Guid>> FoundAsync(string plain, LookupKind kind)
    {
        using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateScope(App.Services);
        var lookups = (Lookups)scope.ServiceProvider.GetService(typeof(Lookups))!;
        return [.. (await lookups.FindAsync(kind, plain, CancellationToken.None)).Select(found => found.FamilyId)];
    }
}

public sealed class ReachingOnSqlite(SqliteHost host) : ReachingTests(host), IClassFixture<SqliteHost>;

public sealed class ReachingOnPostgres(PostgresHost host) : ReachingTests(host), IClassFixture<PostgresHost>;
