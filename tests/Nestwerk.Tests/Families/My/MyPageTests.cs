using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families.My;

/// <summary>What she sees and decides on her own page, and what it does to whoever it is about.</summary>
public abstract class MyPageTests(TestHost host) : ParentTests(host)
{
    [Fact, Trait("Row", "B15")]
    public async Task She_sees_who_is_involved_and_what_each_may_see_and_stopping_holds_at_the_next_request()
    {
        var (family, her) = await InsideAsync();
        var note = family.Note("Ze slaapt slecht.", Everybody.Midwife);
        await Here.AddAsync(
            note,
            family.Beside(Everybody.Midwife, Basis.CareTeam),
            family.Beside(Everybody.SocialWorker, Basis.CareTeam),
            family.Yes(Everybody.SocialWorker, DataClass.Care)
        );
        var before = await ReadableAsync<CareNote>(Everybody.SocialWorker);

        var people = await her.GetAsync(Links.MyPeople);
        var stopped = await people.PressAsync($"form[action$=StopAll] button[value='{Everybody.SocialWorker.Id}']");

        Assert.Contains("Kaat Willems", people.Main);
        Assert.Contains("Leila Amrani", people.Main);
        Assert.Contains("Mag lezen: je verhaal en gedeelde notities.", people.Main);
        Assert.Contains("Gestopt. Leila Amrani ziet dit niet meer, vanaf nu.", stopped.Main);
        Assert.Contains(note.Id, before);
        Assert.Empty(await ReadableAsync<CareNote>(Everybody.SocialWorker));
    }

    [Fact, Trait("Row", "B15")]
    public async Task Who_is_shut_out_sees_nothing_more_until_she_lets_her_in()
    {
        var (family, her) = await InsideAsync();
        await Here.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));

        var page = await (await her.GetAsync(Links.MyPeople)).PressAsync($"form[action$=ShutOut] button[value='{Everybody.Midwife.Id}']");
        var shut = await ReadableAsync<FamilyMember>(Everybody.Midwife);
        var again = await page.PressAsync("form[action$=LetIn] button");

        Assert.Contains("ziet niets meer van jou", page.Main);
        Assert.DoesNotContain(family.Mother.Id, shut);
        Assert.Contains("niet meer uitgesloten", again.Main);
        Assert.Contains(family.Mother.Id, await ReadableAsync<FamilyMember>(Everybody.Midwife));
    }

    [Fact]
    public async Task She_cannot_stop_or_shut_out_what_is_not_hers()
    {
        var (family, her) = await InsideAsync();
        var other = await AFamily.LivingAsync(Here, "Noa");
        var yes = other.Yes(Everybody.Midwife, DataClass.Care);
        await Here.AddAsync(yes, family.Beside(Everybody.Midwife, Basis.CareTeam));
        var token = (await her.GetAsync(Links.MyPeople)).Token();

        var stop = await her.PostAsync($"{Links.MyPeople}?handler=Stop", token, ("consent", $"{yes.Id}"));
        var shut = await her.PostAsync($"{Links.MyPeople}?handler=ShutOut", token, ("who", $"{Everybody.Stranger.Id}"));

        Assert.Equal(HttpStatusCode.NotFound, stop.Status);
        Assert.Equal(HttpStatusCode.NotFound, shut.Status);
        Assert.Null(
            await Here.InDbAsync(db => db.Set<Consent>().Where(each => each.Id == yes.Id).Select(each => each.WithdrawnAt).SingleAsync())
        );
    }

    [Fact, Trait("Row", "B15")]
    public async Task She_sees_who_looked_and_when_in_words()
    {
        var (family, her) = await InsideAsync();
        await Here.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        await (await Here.SignInAsync(Everybody.Midwife)).GetAsync(Links.Pin(family.Id));

        var page = await her.GetAsync(Links.MyLooks);

        Assert.Contains("Kaat Willems", page.Main);
        Assert.Contains("Huis van het Kind Ninove", page.Main);
        Assert.Contains("Keek naar: hoe je bereikbaar bent. Laatst om 10:00.", page.Main);
        Assert.DoesNotContain("Mara", page.Main);
    }

    [Fact]
    public async Task In_one_file_neither_parent_sees_what_the_other_told_nor_who_stands_beside_the_other()
    {
        var (family, her) = await InsideAsync("Mara");
        var father = await family.WithAsync(Here, Kin.Father, "Sami");
        var his = await FatherInsideAsync(family, father);
        await Here.AddAsync(
            family.Beside(Everybody.SocialWorker, Basis.CareTeam, only: family.Mother),
            family.Beside(Everybody.Midwife, Basis.CareTeam, only: father)
        );

        var (hers, hisPeople) = (await her.GetAsync(Links.MyPeople), await his.GetAsync(Links.MyPeople));

        Assert.Contains("Leila Amrani", hers.Main);
        Assert.DoesNotContain("Kaat Willems", hers.Main);
        Assert.DoesNotContain("Sami", hers.Text);
        Assert.Contains("Kaat Willems", hisPeople.Main);
        Assert.DoesNotContain("Leila Amrani", hisPeople.Main);
        Assert.DoesNotContain("Mara", hisPeople.Text);
    }

    [Theory]
    [InlineData("shut out")]
    [InlineData("protected")]
    public async Task When_she_is_kept_apart_from_him_his_page_does_not_say_who_comes_and_goes(string why)
    {
        var (family, _) = await InsideAsync("Mara");
        var father = await family.WithAsync(Here, Kin.Father, "Sami");
        var his = await FatherInsideAsync(family, father);
        await Here.AddAsync(
            family.Beside(Everybody.Midwife, Basis.CareTeam),
            why == "protected" ? family.Protected() : family.No(father.Id)
        );
        await (await Here.SignInAsync(Everybody.Midwife)).GetAsync(Links.Pin(family.Id));

        foreach (var address in new[] { Links.MyPeople, Links.MyLooks })
            Assert.DoesNotContain("Kaat Willems", (await his.GetAsync(address)).Text);
    }

    [Fact]
    public async Task She_corrects_her_name_and_her_number_and_the_old_number_opens_nothing_more()
    {
        var (_, her) = await InsideAsync("Mara");
        var number = AParent.NewNumber();

        var named = await (await her.GetAsync(Links.MyDetails)).PressAsync("form[action$=Name]", ("Name", "Marouane"));
        var added = await named.PressAsync("form[action$=Add]", ("To", number));
        var old = added.Find("button[formaction$=Remove]").Closest("li")!.QuerySelector("bdi")!.TextContent;
        var removed = await added.PressAsync("button[formaction$=Remove]");
        var sent = await Here.CodesAsync();
        await Here.Visitor().AskAsync(old);

        Assert.Contains("Bewaard", removed.Main);
        Assert.Contains(number, removed.Main);
        Assert.Contains("Nog niet bevestigd", removed.Main);
        Assert.DoesNotContain(old, removed.Main);
        Assert.Equal(sent, await Here.CodesAsync());
        Assert.Equal("Dag Marouane", (await her.GetAsync(Links.MyPage)).Title);
    }

    [Fact]
    public async Task While_she_is_protected_her_number_changes_only_through_her_worker()
    {
        var (family, her) = await InsideAsync();
        var token = (await her.GetAsync(Links.MyDetails)).Token();
        await Here.AddAsync(family.Protected());

        var page = await her.GetAsync(Links.MyDetails);
        var forced = await her.PostAsync($"{Links.MyDetails}?handler=Add", token, ("To", AParent.NewNumber()));

        Assert.Contains("samen met je begeleider", page.Main);
        Assert.Empty(page.Html.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, forced.Status);
    }

    [Fact, Trait("Row", "R13")]
    public async Task Her_session_ends_when_she_leaves_idles_or_stays_two_hours()
    {
        var (_, gone) = await InsideAsync();
        var (_, idle) = await InsideAsync();
        var (_, busy) = await InsideAsync();

        var away = await (await gone.GetAsync(Links.MyPage)).PressAsync("header form");
        Here.Time.Advance(TimeSpan.FromMinutes(20));
        var still = await busy.GetAsync(Links.MyPage);
        Here.Time.Advance(TimeSpan.FromMinutes(20));

        Assert.Contains("cookies", away.Header("Clear-Site-Data"));
        Assert.Contains("https://www.meteo.be/", away.Text);
        Assert.Equal(Links.My, (await gone.GetAsync(Links.MyPage)).Path);
        Assert.Equal(Links.My, (await idle.GetAsync(Links.MyPage)).Path);
        Assert.Equal(Links.MyPage, still.Path);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(Links.MyPage, (await busy.GetAsync(Links.MyPage)).Path);
            Here.Time.Advance(TimeSpan.FromMinutes(20));
        }
        Assert.Equal(Links.My, (await busy.GetAsync(Links.MyPage)).Path);
    }

    [Fact, Trait("Row", "R13")]
    public async Task A_stolen_cookie_opens_nothing_once_she_left()
    {
        var (_, her) = await InsideAsync();
        var cookie = her.Cookies["nestwerk-my"];
        await (await her.GetAsync(Links.MyPage)).PressAsync("header form");
        var thief = Here.Visitor();
        thief.Keep($"nestwerk-my={cookie}; path=/");

        Assert.Equal(Links.My, (await thief.GetAsync(Links.MyPage)).Path);
    }

    [Fact]
    public async Task A_worker_signs_her_out_everywhere()
    {
        var (family, her) = await InsideAsync();
        await Here.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        var page = await (await Here.SignInAsync(Everybody.Midwife)).GetAsync(Links.Pin(family.Id));

        await page.PressAsync("button[formaction$=Close]", ("Member", $"{family.Mother.Id}"));

        Assert.Equal(Links.My, (await her.GetAsync(Links.MyPage)).Path);
    }

    [Fact]
    public async Task Whoever_does_not_stand_beside_her_sets_no_pin()
    {
        var (family, _) = await InsideAsync();
        var stranger = await Here.SignInAsync(Everybody.Stranger);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Links.Pin(family.Id))).Status);
    }

    [Fact]
    public async Task When_the_family_is_erased_her_session_opens_nothing()
    {
        var (family, her) = await InsideAsync();
        await Here.InDbAsync(db => db.Set<FamilyKey>().Where(key => key.FamilyId == family.Id).ExecuteDeleteAsync());

        Assert.Equal(Links.My, (await her.GetAsync(Links.MyPage)).Path);
    }

    async Task<Browser> FatherInsideAsync(AFamily family, FamilyMember father)
    {
        var number = AParent.NewNumber();
        await family.WithNumberAsync(Here, number, of: father);
        await family.WithPinAsync(Here, "woensdag", father);
        var his = Here.Visitor();
        await his.EnterAsync(Here, number, "woensdag");
        return his;
    }

    async Task<List<Guid>> ReadableAsync<TRow>(Inhabitant who)
        where TRow : class, IFamilyRow
    {
        var actor = await who.ActorAsync(Here);
        return await Here.InDbAsync(
            async (_, services) =>
                await services
                    .GetRequiredService<FamilyScope>()
                    .Of<TRow>(actor, Act.Read, Purpose.CoordinateTrajectory)
                    .Select(row => row.Id)
                    .ToListAsync()
        );
    }
}

public sealed class MyPageOnSqlite(SqliteHost host) : MyPageTests(host), IClassFixture<SqliteHost>;

public sealed class MyPageOnPostgres(PostgresHost host) : MyPageTests(host), IClassFixture<PostgresHost>;
