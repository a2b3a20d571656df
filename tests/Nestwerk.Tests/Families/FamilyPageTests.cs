using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

/// <summary>A family is begun, looked at, and changed by who stands beside it.</summary>
public abstract class FamilyPageTests(TestHost host) : WebTests(host)
{
    [Fact]
    [Trait("Row", "C8")]
    public async Task A_family_begins_with_a_name_only_and_later_comes_back_at_the_next_contact()
    {
        var me = await SignInAsync(Everybody.Midwife);
        var form = await me.GetAsync(Links.NewFamily);

        var family = await form.PressAsync(
            "main form",
            ("Input.Name", "Mari"),
            ("Input.Later", "Interpreter"),
            ("Input.Value", ""),
            ("Input.SafeTimes", "")
        );
        var note = await family.FollowAsync("main .head a.primary");
        var later = await LaterAsync(family);
        var after = await note.PressAsync("main form", ("Input.Text", "Ze belt zelf terug."), ("Input.Declined", $"{later[0].Id}"));

        Assert.Equal("Mari", family.Title);
        Assert.Contains("Of ze een tolk wil", family.Main);
        Assert.Contains("Of ze een tolk wil", note.Main);
        Assert.Contains("Ze belt zelf terug.", after.Main);
        Assert.DoesNotContain("Of ze een tolk wil", after.Main);
    }

    [Fact]
    [Trait("Row", "C8")]
    public async Task Nothing_has_to_be_answered_and_a_note_may_leave_what_was_kept_for_later()
    {
        var me = await SignInAsync(Everybody.Midwife);
        var family = await (await me.GetAsync(Links.NewFamily)).PressAsync("main form", ("Input.Name", "Lou"), ("Input.Later", "Needs"));

        var note = await (await family.FollowAsync("main .head a.primary")).PressAsync("main form", ("Input.Text", "Kort gebeld."));

        Assert.Contains("Wat praktisch zou helpen", note.Main);
    }

    [Fact]
    [Trait("Row", "A2")]
    public async Task What_a_family_is_called_by_is_all_that_is_kept_and_no_label_with_it()
    {
        var me = await SignInAsync(Everybody.Midwife);
        var page = await (await me.GetAsync(Links.NewFamily)).PressAsync("main form", ("Input.Name", "Ama"));
        var id = IdOf(page);

        var (members, channels, others) = await App.InDbAsync(async db =>
            (
                await db.Set<FamilyMember>().CountAsync(each => each.FamilyId == id),
                await db.Set<ContactChannel>().CountAsync(each => each.FamilyId == id),
                await db.Set<CareNote>().CountAsync(each => each.FamilyId == id)
                    + await db.Set<PracticalNeed>().CountAsync(each => each.FamilyId == id)
                    + await db.Set<ToAsk>().CountAsync(each => each.FamilyId == id)
            )
        );
        var form = await me.GetAsync(Links.NewFamily);

        Assert.Equal((1, 0, 0), (members, channels, others));
        foreach (var word in (string[])["kwetsbaar", "risico", "rijksregister", "diagnose"])
            Assert.DoesNotContain(word, form.Main, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_a_name_the_form_says_so_and_keeps_what_was_typed()
    {
        var form = await (await SignInAsync(Everybody.Midwife)).GetAsync(Links.NewFamily);

        var again = await form.PressAsync("main form", ("Input.Name", " "), ("Input.Value", "abc"), ("Input.SafeTimes", "na 10 uur"));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(2, again.Errors.Count);
        Assert.Contains("na 10 uur", again.Text);
    }

    [Fact]
    public async Task Another_one_an_unknown_one_and_one_that_shut_her_out_answer_alike()
    {
        var (foreign, shut) = (await AFamily.LivingAsync(App, "Noa"), await AFamily.LivingAsync(App, "Fien"));
        await App.AddAsync(shut.Beside(Everybody.Midwife, Basis.CareTeam), shut.No(Everybody.Midwife.Id));
        var me = await SignInAsync(Everybody.Midwife);

        foreach (var path in (string[])["", "/members/new", "/needs", "/notes/new", "/notes/sensitive", "/later", "/story"])
        {
            var pages = new List<Page>();
            foreach (var id in (Guid[])[foreign.Id, shut.Id, Ids.New()])
                pages.Add(await me.GetAsync(Links.Family(id) + path));
            Assert.All(pages, page => Assert.Equal(HttpStatusCode.NotFound, page.Status));
            Assert.DoesNotContain("Noa", pages[0].Text);
        }
    }

    [Fact]
    public async Task A_child_comes_with_a_month_and_the_day_only_on_its_own_page_and_is_forgotten_again()
    {
        var family = await HersAsync("Sanne");
        var me = await SignInAsync(Everybody.Midwife);
        var page = await (await me.GetAsync(Links.NewMember(family.Id))).PressAsync(
            "main form",
            ("Input.Kin", "Child"),
            ("Input.Name", "Adam"),
            ("Input.Month", "03/2024")
        );
        var child = await App.InDbAsync(db =>
            db.Set<FamilyMember>().SingleAsync(each => each.FamilyId == family.Id && each.Kin == Kin.Child)
        );

        var kept = await (await me.GetAsync(Links.Day(family.Id, child.Id))).PressAsync("main form", ("Day", "2024-03-17"));
        var forgotten = await (await me.GetAsync(Links.Day(family.Id, child.Id))).PressAsync("button.danger");

        Assert.Contains("Adam, 3 jaar", page.Main);
        Assert.Contains("17 maart 2024", kept.Main);
        Assert.DoesNotContain("17 maart 2024", forgotten.Main);
        Assert.Contains("maart 2024", forgotten.Main);
    }

    [Fact]
    public async Task Who_stands_beside_one_of_them_only_sees_that_one_and_adds_nobody()
    {
        var family = await AFamily.LivingAsync(App, "Hind");
        var father = FamilyMember.New(family.Id, Kin.Father, "Bram", family.Seal, null, null, ManualTime.Start.UtcDateTime);
        await App.AddAsync(father, family.Beside(Everybody.SocialWorker, Basis.CareTeam, only: father));
        var me = await SignInAsync(Everybody.SocialWorker);

        var page = await me.GetAsync(Links.Family(family.Id));
        var added = await (await me.GetAsync(Links.NewMember(family.Id))).PressAsync("main form", ("Input.Name", "Iemand"));

        Assert.Contains("Bram", page.Main);
        Assert.DoesNotContain("Hind", page.Text);
        Assert.Equal(HttpStatusCode.NotFound, added.Status);
    }

    [Fact]
    public async Task A_need_is_noted_read_in_the_group_and_ended()
    {
        var family = await HersAsync("Joke");
        await App.AddAsync(family.Beside(Everybody.Facilitator, Basis.Enrolment, DataClasses.Group));
        var me = await SignInAsync(Everybody.Midwife);
        var page = await (await me.GetAsync(Links.Needs(family.Id))).PressAsync("main form.stack", ("Text", "Kinderwagen aan de deur"));
        var met = await (await SignInAsync(Everybody.Facilitator)).GetAsync(Links.Family(family.Id));

        var ended = await page.PressAsync("main .rows button");

        Assert.Contains("Kinderwagen aan de deur", met.Main);
        Assert.Empty(met.FindAll("main a[href*='/notes/'], main a[href$='/needs'], main a[href*='/story']"));
        Assert.DoesNotContain("Kinderwagen", ended.Main);
    }

    async Task<AFamily> HersAsync(string name)
    {
        var family = await AFamily.LivingAsync(App, name);
        await App.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        return family;
    }

    Task<List<ToAsk>> LaterAsync(Page family)
    {
        var id = IdOf(family);
        return App.InDbAsync(db => db.Set<ToAsk>().Where(each => each.FamilyId == id).ToListAsync());
    }

    static Guid IdOf(Page family) => Guid.Parse(family.Path.Split('/')[2]);
}

public sealed class FamilyPagesOnSqlite(SqliteHost host) : FamilyPageTests(host), IClassFixture<SqliteHost>;

public sealed class FamilyPagesOnPostgres(PostgresHost host) : FamilyPageTests(host), IClassFixture<PostgresHost>;
