using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Families.Rights;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families.My;

/// <summary>A copy, and erasing, as she asks for them on her own page.</summary>
[Trait("Row", "R30")]
public abstract class MyRightsTests(TestHost host) : ParentTests(host)
{
    static readonly TimeSpan ThreeDays = TimeSpan.FromHours(73);

    [Fact]
    public async Task She_asks_for_a_copy_and_after_three_days_she_reads_it_and_takes_it_along()
    {
        var (family, her) = await InsideAsync();
        await Here.AddAsync(family.Note("Ze slaapt slecht.", Everybody.Midwife), family.Beside(Everybody.Midwife, Basis.CareTeam));

        await (await Here.SignInAsync(Everybody.Midwife)).GetAsync(Links.Rights(family.Id));

        var asked = await (await her.GetAsync(Links.MyRights)).PressAsync("main form[action='/my/rights']");
        var early = await her.GetAsync(Links.MyCopy);
        await PassAsync(ThreeDays);
        await EnterAgainAsync(family, her);
        var ready = await her.GetAsync(Links.MyRights);
        var copy = await ready.FollowAsync("a[href='/my/rights/copy']");
        var file = await copy.FollowAsync("a[download]");

        Assert.Contains("Gevraagd op dinsdag 9 maart. Dat gebeurt vanaf vrijdag 12 maart.", asked.Main);
        Assert.Empty(asked.FindAll("main form[action='/my/rights']"));
        Assert.Equal(HttpStatusCode.NotFound, early.Status);
        Assert.Contains("Ligt klaar tot", ready.Main);
        Assert.Contains("Ze slaapt slecht.", copy.Main);
        Assert.Contains("Kaat Willems", copy.Main);
        Assert.StartsWith("application/json", file.Header("Content-Type"));
        Assert.Contains("Ze slaapt slecht.", file.Text);
        Assert.Contains("WhoLooked", file.Text);
    }

    [Theory]
    [InlineData("ar", "ما هو مكتوب عني", "الاسم")]
    [InlineData("tr", "Hakkımda yazılanlar", "ad")]
    [InlineData("nl-plain", "Wat er over mij staat", "naam")]
    public async Task The_copy_speaks_her_language(string language, string title, string label)
    {
        var (family, her) = await InsideAsync(language: language);
        await Here.AddAsync(Done(family, Right.Access));

        var copy = await her.GetAsync(Links.MyCopy);

        Assert.Equal(title, copy.Title);
        Assert.Contains(label, copy.FindAll("dt"));
        Assert.DoesNotContain(
            copy.FindAll("dt"),
            each => char.IsAsciiLetterUpper(each[0]) || (language == "ar" && each.Any(char.IsAsciiLetter))
        );
    }

    [Fact]
    public async Task Her_worker_finds_the_same_request_and_she_can_stop_it_until_it_is_done()
    {
        var (family, her) = await InsideAsync();
        await Here.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        var asked = await (await her.GetAsync(Links.MyRights)).PressAsync("main form[action='/my/rights']");
        var worker = await (await Here.SignInAsync(Everybody.Midwife)).GetAsync(Links.Rights(family.Id));

        var stopped = await asked.PressAsync("form[action$=Stop] button");
        await PassAsync(ThreeDays);

        Assert.Contains("zien en meekrijgen wat we bewaren", worker.Main);
        Assert.Contains("Gestopt. Er verandert niets.", stopped.Main);
        Assert.Null((await RequestAsync(family)).DoneAt);
        Assert.Equal(["right.asked", "right.cancelled"], await EventsAsync(family));
    }

    [Fact, Trait("Row", "D11")]
    public async Task To_erase_she_types_her_pin_again_and_after_three_days_everything_is_gone()
    {
        var (family, her) = await InsideAsync();
        var page = await (await her.GetAsync(Links.MyRights)).FollowAsync("a[href='/my/rights/erase']");

        var wrong = await page.PressAsync("main form", ("Typed", "111222"));
        var none = await Here.InDbAsync(db => db.Set<SubjectRequest>().CountAsync(each => each.FamilyId == family.Id));
        var asked = await page.PressAsync("main form", ("Typed", AParent.Pin));
        await PassAsync(ThreeDays);

        Assert.NotEmpty(page.FindAll("main a.btn[href='/my/rights']"));
        Assert.Single(wrong.Errors);
        Assert.Equal(0, none);
        Assert.Contains("Alles wissen", asked.Main);
        Assert.Equal(Links.My, (await her.GetAsync(Links.MyPage)).Path);
        Assert.False(await Here.InDbAsync(db => db.Set<FamilyKey>().AnyAsync(each => each.FamilyId == family.Id)));
        Assert.True(await Here.InDbAsync(db => db.Set<Tombstone>().AnyAsync(each => each.FamilyId == family.Id)));
    }

    [Fact, Trait("Row", "R14")]
    public async Task Five_wrong_pins_shut_the_way_to_erase()
    {
        var (family, her) = await InsideAsync();
        var page = await her.GetAsync(Links.MyErase);
        for (var guess = 0; guess < 5; guess++)
            await page.PressAsync("main form", ("Typed", $"11122{guess}"));

        var right = await page.PressAsync("main form", ("Typed", AParent.Pin));

        Assert.Contains("Je begeleider helpt je daarbij.", right.Main);
        Assert.Equal(0, await Here.InDbAsync(db => db.Set<SubjectRequest>().CountAsync(each => each.FamilyId == family.Id)));
    }

    [Fact]
    public async Task Another_parent_of_the_family_sees_nothing_of_it_and_stops_nothing()
    {
        var (family, his) = await InsideAsync("Sami");
        var mother = await family.WithAsync(Here, Kin.Mother, "Mara");
        var hers = SubjectRequest.Ask(mother, Right.Access, mother.Id, null, Here.Time.Utc);
        await Here.AddAsync(hers, Done(family, Right.Access, mother));

        var page = await his.GetAsync(Links.MyRights);
        var copy = await his.GetAsync(Links.MyCopy);
        var stop = await his.PostAsync($"{Links.MyRights}?handler=Stop", page.Token(), ("id", $"{hers.Id}"));

        Assert.DoesNotContain("Gevraagd", page.Main);
        Assert.DoesNotContain("Ligt klaar", page.Main);
        Assert.Equal(HttpStatusCode.NotFound, copy.Status);
        Assert.Equal(HttpStatusCode.NotFound, stop.Status);
        Assert.True(await Here.InDbAsync(db => db.Set<SubjectRequest>().AnyAsync(each => each.Id == hers.Id && each.CancelledAt == null)));
    }

    [Fact]
    public async Task While_she_is_protected_it_goes_only_through_her_worker()
    {
        var (family, her) = await InsideAsync();
        var token = (await her.GetAsync(Links.MyRights)).Token();
        await Here.AddAsync(family.Protected(), Done(family, Right.Access));

        var page = await her.GetAsync(Links.MyRights);
        var ask = await her.PostAsync(Links.MyRights, token);
        var erase = await her.PostAsync(Links.MyErase, token, ("Typed", AParent.Pin));

        Assert.Contains("samen met je begeleider", page.Main);
        Assert.Empty(page.Html.QuerySelectorAll("main form, main a.btn"));
        foreach (var no in (Page[])[ask, erase, await her.GetAsync(Links.MyErase), await her.GetAsync(Links.MyCopy)])
            Assert.Equal(HttpStatusCode.NotFound, no.Status);
    }

    static SubjectRequest Done(AFamily family, Right right, FamilyMember? of = null)
    {
        var she = of ?? family.Mother;
        var request = SubjectRequest.Ask(she, right, she.Id, null, ManualTime.Start.UtcDateTime);
        request.Finish(null, ManualTime.Start.UtcDateTime);
        return request;
    }

    async Task PassAsync(TimeSpan time)
    {
        Here.Time.Advance(time);
        await Here.Services.GetRequiredService<RightsClock>().RoundAsync(CancellationToken.None);
    }

    async Task EnterAgainAsync(AFamily family, Browser her)
    {
        var number = AParent.NewNumber();
        await family.WithNumberAsync(Here, number);
        await her.EnterAsync(Here, number);
    }

    Task<SubjectRequest> RequestAsync(AFamily family) =>
        Here.InDbAsync(db => db.Set<SubjectRequest>().AsNoTracking().SingleAsync(each => each.FamilyId == family.Id));

    Task<List<string>> EventsAsync(AFamily family) =>
        Here.InDbAsync(db =>
            db.Set<AuditRow>()
                .Where(row => row.OfFamily == family.Id && row.Act == Act.Write && row.Event.StartsWith("right."))
                .OrderBy(row => row.Event)
                .Select(row => row.Event)
                .ToListAsync()
        );
}

public sealed class MyRightsOnSqlite(SqliteHost host) : MyRightsTests(host), IClassFixture<SqliteHost>;

public sealed class MyRightsOnPostgres(PostgresHost host) : MyRightsTests(host), IClassFixture<PostgresHost>;
