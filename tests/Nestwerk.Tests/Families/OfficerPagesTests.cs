using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Families.Officer;
using Nestwerk.Families.Rights;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

public abstract class OfficerPagesTests(TestHost host) : WebTests(host)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_officer_sees_that_something_was_asked_and_whose_only_with_a_second_person()
    {
        var family = await WithMidwifeAsync();
        var request = SubjectRequest.Ask(family.Mother, Right.Objection, family.Mother.Id, null, Time.Utc);
        request.Say("Geen vrijwilliger.", family.Seal);
        await App.AddAsync(family.Note("Ze slaapt slecht.", Everybody.Midwife), request);
        var officer = await SignInAsync(Everybody.Officer);
        var list = await officer.GetAsync(Links.OfficerRequests);
        Assert.DoesNotContain("Mara", list.Main, StringComparison.Ordinal);

        var opened = await list.PressAsync($"button[value='{request.Id}']");
        Assert.DoesNotContain("slaapt", opened.Main, StringComparison.Ordinal);
        var which = await App.InDbAsync(db => db.Set<OfficerCase>().SingleAsync(each => each.OfFamily == family.Id, Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(Links.ConfirmCase(which.Id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignInAsync(Everybody.Midwife)).GetAsync(Links.ConfirmCase(which.Id))).Status);
        await (await (await SignInAsync(Everybody.Admin)).GetAsync(Links.ConfirmCase(which.Id))).PressAsync("button.primary");

        var open = await officer.GetAsync(Links.Case(which.Id));
        Assert.Contains("Ze slaapt slecht.", open.Main, StringComparison.Ordinal);
        await open.PressAsync($"form[action='{Links.Case(which.Id)}']");
        Assert.DoesNotContain("slaapt", (await officer.GetAsync(Links.Case(which.Id))).Main, StringComparison.Ordinal);
        Assert.Single(
            await App.InDbAsync(db =>
                db.Set<AuditRow>().Where(row => row.Event == "case.read" && row.OfFamily == family.Id).ToListAsync(Cancel)
            )
        );
    }

    [Fact]
    public async Task A_breach_lists_every_family_the_account_opened()
    {
        var (family, other) = (await WithMidwifeAsync(), await WithMidwifeAsync());
        var midwife = await SignInAsync(Everybody.Midwife);
        await midwife.GetAsync(Links.Rights(family.Id));
        var officer = await SignInAsync(Everybody.Officer);

        var breach = await (await officer.GetAsync(Links.NewBreach)).PressAsync(
            "main form",
            ("Input.What", "Een laptop is gestolen."),
            ("Input.Account", Everybody.Midwife.Email)
        );

        Assert.Contains($"{family.Id}", breach.Main, StringComparison.Ordinal);
        Assert.DoesNotContain($"{other.Id}", breach.Main, StringComparison.Ordinal);
        var letter = await officer.GetAsync(breach.Path + "/letter?lang=fr");
        Assert.Contains("Nous sommes désolés", letter.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "Wie toegang heeft")]
    [InlineData("fr", "Qui a accès")]
    public async Task The_folder_prints_in_the_languages_of_the_country(string language, string heading)
    {
        var folder = await (await SignInAsync(Everybody.Officer)).GetAsync($"{Links.OfficerFolder}?lang={language}");

        Assert.Contains(heading, folder.FindAll("h2"));
        Assert.Equal(5, folder.FindAll("article").Count);
    }

    [Fact]
    public async Task What_is_wrong_stands_in_the_order_of_the_fields_and_says_what_is_missing()
    {
        var wrong = await (await (await SignInAsync(Everybody.Officer)).GetAsync(Links.NewLegal)).PressAsync("main form");

        var fields = wrong.Html.QuerySelectorAll("main form .field [id^=Input]:is(input, textarea)").Select(field => "#" + field.Id);
        var links = wrong.Html.QuerySelectorAll("#errors a").Select(link => link.GetAttribute("href")!);
        Assert.Equal(fields, links);
        Assert.Equal(5, wrong.Errors.Distinct().Count());
    }

    [Fact]
    public async Task The_dry_run_changes_nothing()
    {
        await AFamily.LivingAsync(App);
        var before = await App.InDbAsync(db => db.Set<FamilyKey>().CountAsync(Cancel));

        var page = await (await SignInAsync(Everybody.Officer)).GetAsync(Links.OfficerRetention);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(before, await App.InDbAsync(db => db.Set<FamilyKey>().CountAsync(Cancel)));
    }

    async Task<AFamily> WithMidwifeAsync()
    {
        var family = await AFamily.LivingAsync(App);
        await App.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        return family;
    }
}

public sealed class OfficerPagesOnSqlite(SqliteHost host) : OfficerPagesTests(host), IClassFixture<SqliteHost>;

public sealed class OfficerPagesOnPostgres(PostgresHost host) : OfficerPagesTests(host), IClassFixture<PostgresHost>;
