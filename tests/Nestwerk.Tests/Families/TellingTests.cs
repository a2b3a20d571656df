using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

/// <summary>What she told is told once, and read by whom she chooses.</summary>
public abstract class TellingTests(TestHost host) : WebTests(host)
{
    const string Home = "Mijn zus woont in Gent. Verder ken ik hier niemand.";

    [Fact]
    [Trait("Row", "C9")]
    public async Task A_second_professional_reads_it_instead_of_asking_again_and_a_third_sees_nothing()
    {
        var family = await AroundAsync("Mariam");
        await TellAsync(family, Home, Everybody.SocialWorker);

        var second = await (await SignInAsync(Everybody.SocialWorker)).GetAsync(Links.Family(family.Id));
        var third = await (await SignInAsync(Everybody.Coordinator)).GetAsync(Links.Family(family.Id));

        Assert.Contains(Home, second.Main);
        Assert.Contains($"Verteld aan {Everybody.Midwife.Name}", second.Main);
        Assert.Equal(HttpStatusCode.OK, third.Status);
        Assert.DoesNotContain("zus", third.Text);
        Assert.Equal(DataClasses.Care, (await ReadAsync(family, Everybody.SocialWorker)).Classes & DataClasses.Care);
        Assert.Equal(DataClasses.None, (await ReadAsync(family, Everybody.Coordinator)).Classes & DataClasses.Care);
    }

    [Fact]
    public async Task Told_anew_the_old_words_are_gone_for_everybody_and_the_same_people_read_the_new_ones()
    {
        var family = await AroundAsync("Naïma");
        var story = await TellAsync(family, Home, Everybody.SocialWorker);
        var form = await story.FollowAsync("main ol a");

        await form.PressAsync("main form", ("Input.Text", "Mijn zus woont nu hier."));
        var second = await (await SignInAsync(Everybody.SocialWorker)).GetAsync(Links.Family(family.Id));

        Assert.Contains("Mijn zus woont nu hier.", second.Main);
        Assert.DoesNotContain("Gent", second.Text);
        Assert.Contains("story.rewritten", await EventsAsync(family));
    }

    [Fact]
    public async Task A_reader_who_is_taken_away_reads_no_more_and_a_piece_taken_out_is_read_by_nobody()
    {
        var family = await AroundAsync("Olga");
        var story = await TellAsync(family, Home, Everybody.SocialWorker);
        var form = await story.FollowAsync("main ol a");

        await form.PressAsync("main form", ("Input.Readers", null));
        var second = await (await SignInAsync(Everybody.SocialWorker)).GetAsync(Links.Family(family.Id));
        var others = await (await SignInAsync(Everybody.SocialWorker)).GetAsync(form.Path);
        var mine = await form.PressAsync("button.danger");

        Assert.DoesNotContain("Gent", second.Text);
        Assert.Equal(HttpStatusCode.NotFound, others.Status);
        Assert.DoesNotContain("Gent", mine.Text);
        Assert.Superset(
            new HashSet<string> { "story.told", "consent.given", "consent.withdrawn", "story.taken-out" },
            await EventsAsync(family)
        );
    }

    [Fact]
    [Trait("Row", "C11")]
    public async Task A_sensitive_note_is_read_by_its_writer_and_whom_she_named_and_by_nobody_else()
    {
        var family = await AroundAsync("Petra");
        await App.AddAsync(family.Yes(Everybody.Coordinator, DataClass.Confidential), family.Yes(Everybody.Coordinator, DataClass.Care));
        var me = await SignInAsync(Everybody.Midwife);
        var mine = await (await me.GetAsync(Links.NewSensitiveNote(family.Id))).PressAsync(
            "main form",
            ("Input.Text", "Ze is bang voor haar buurman."),
            ("Input.Readers", $"{Everybody.SocialWorker.Id}")
        );

        var named = await (await SignInAsync(Everybody.SocialWorker)).GetAsync(Links.Family(family.Id));
        var other = await (await SignInAsync(Everybody.Coordinator)).GetAsync(Links.Family(family.Id));

        Assert.Contains("buurman", mine.Main);
        Assert.Contains("buurman", named.Main);
        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.DoesNotContain("buurman", other.Text);
    }

    [Fact]
    [Trait("Row", "C11")]
    public async Task A_sensitive_note_stands_in_no_search_no_list_and_no_message()
    {
        var family = await AroundAsync("Rita");
        var me = await SignInAsync(Everybody.Midwife);
        await (await me.GetAsync(Links.NewSensitiveNote(family.Id))).PressAsync("main form", ("Input.Text", "Xylofoon achter slot."));
        var list = await me.GetAsync(Links.Caseload);

        var looked = await list.PressAsync("main form[role=search]", ("Name", "xylofoon"));
        var searched = await me.GetAsync("/search?q=xylofoon");
        var sealedText = await App.InDbAsync(db => db.Set<SensitiveNote>().Where(each => each.FamilyId == family.Id).SingleAsync());
        var sent = await App.InDbAsync(db => db.Set<global::Nestwerk.Shared.Mail.OutboxMail>().CountAsync());

        Assert.DoesNotContain("Xylofoon", list.Text + looked.Main + searched.Main.Replace("xylofoon", "", StringComparison.Ordinal));
        Assert.DoesNotContain("Xylofoon", System.Text.Encoding.UTF8.GetString(sealedText.Text.Box));
        Assert.Equal(0, sent);
    }

    [Fact]
    public async Task A_note_is_shared_with_the_one_it_is_about_by_its_writer_only()
    {
        var family = await AroundAsync("Soumaya");
        var note = family.Note("Ze zoekt een kinderwagen.", Everybody.Midwife);
        await App.AddAsync(note, family.Yes(Everybody.SocialWorker, DataClass.Care));
        var me = await SignInAsync(Everybody.Midwife);

        var others = await (await SignInAsync(Everybody.SocialWorker)).GetAsync(Links.ShareNote(family.Id, note.Id));
        var page = await (await me.GetAsync(Links.ShareNote(family.Id, note.Id))).PressAsync("main form");

        Assert.Equal(HttpStatusCode.NotFound, others.Status);
        Assert.Contains("gedeeld met haar", page.Main);
    }

    /// <summary>A family with a midwife, a social worker and a coordinator around it.</summary>
    async Task<AFamily> AroundAsync(string name)
    {
        var family = await AFamily.LivingAsync(App, name);
        await App.AddAsync(
            family.Beside(Everybody.Midwife, Basis.CareTeam),
            family.Beside(Everybody.SocialWorker, Basis.CareTeam),
            family.Beside(Everybody.Coordinator, Basis.CareTeam)
        );
        return family;
    }

    async Task<Page> TellAsync(AFamily family, string text, Inhabitant reader) =>
        await (await (await SignInAsync(Everybody.Midwife)).GetAsync(Links.Story(family.Id))).PressAsync(
            "main form",
            ("Input.Text", text),
            ("Input.Readers", $"{reader.Id}")
        );

    Task<AuditRow> ReadAsync(AFamily family, Inhabitant who) =>
        App.InDbAsync(db =>
            db.Set<AuditRow>().SingleAsync(row => row.OfFamily == family.Id && row.PersonId == who.Id && row.Event == "family.read")
        );

    async Task<ISet<string>> EventsAsync(AFamily family) =>
        (
            await App.InDbAsync(db => db.Set<AuditRow>().Where(row => row.OfFamily == family.Id).Select(row => row.Event).ToListAsync())
        ).ToHashSet();
}

public sealed class TellingOnSqlite(SqliteHost host) : TellingTests(host), IClassFixture<SqliteHost>;

public sealed class TellingOnPostgres(PostgresHost host) : TellingTests(host), IClassFixture<PostgresHost>;
