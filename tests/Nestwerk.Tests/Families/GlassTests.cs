using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

public abstract class GlassTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task A_broken_glass_opens_for_an_hour_to_read_and_another_person_reviews_it()
    {
        var (family, number) = await ReachedAsync();
        var note = family.Note("Ze slaapt slecht.", Everybody.Midwife);
        await App.AddAsync(note);

        var before = await Seen.ByAsync<CareNote>(App, Everybody.SocialWorker);
        var opened = await BreakAsync(Everybody.SocialWorker, number);
        var during = await Seen.ByAsync<CareNote>(App, Everybody.SocialWorker);
        var decides = await (await SignInAsync(Everybody.SocialWorker)).GetAsync(Links.Who(family.Id));
        Time.Advance(TimeSpan.FromMinutes(61));
        var over = await Seen.ByAsync<CareNote>(App, Everybody.SocialWorker);

        Assert.EndsWith(Links.Home(family.Id), opened.Location ?? opened.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(note.Id, before);
        Assert.Contains(note.Id, during);
        Assert.Equal(HttpStatusCode.NotFound, decides.Status);
        Assert.DoesNotContain(note.Id, over);
        await ReviewAsync(family);
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_not_hers_get_the_same_sentence()
    {
        var (shut, number) = await ReachedAsync();
        await App.AddAsync(shut.No(Everybody.SocialWorker.Id));
        var (foreign, far) = await ReachedAsync(Place.Liege);

        var unknown = await BreakAsync(Everybody.SocialWorker, "0470 99 99 99");
        var excluded = await BreakAsync(Everybody.SocialWorker, number);
        var elsewhere = await BreakAsync(Everybody.SocialWorker, far);

        Assert.Contains("Hier is niets dat je kunt openen.", unknown.Main);
        Assert.Equal(unknown.Main, excluded.Main);
        Assert.Equal(unknown.Main, elsewhere.Main);
        Guid[] families = [shut.Id, foreign.Id];
        Assert.False(await App.InDbAsync(db => db.Set<BreakGlass>().AnyAsync(each => families.Contains(each.FamilyId))));
    }

    [Fact]
    public async Task A_protected_person_is_not_looked_at_in_an_emergency()
    {
        var (family, number) = await ReachedAsync();
        await App.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        var midwife = await SignInAsync(Everybody.Midwife);
        var page = await midwife.GetAsync(Links.Protect(family.Id, family.Mother.Id));
        await page.PressAsync("main form .primary", ("Alias", "Linde"), ("Word", "zwarte kers"));

        var answer = await BreakAsync(Everybody.SocialWorker, number);

        Assert.Contains("Hier is niets dat je kunt openen.", answer.Main);
    }

    [Fact]
    public async Task Without_a_reason_nothing_opens_and_who_is_no_care_worker_finds_no_door()
    {
        var facilitator = await SignInAsync(Everybody.Facilitator);
        var social = await SignInAsync(Everybody.SocialWorker);

        var none = await (await social.GetAsync(Links.BreakGlass)).PressAsync("main form .btn", ("Reached", "0470 99 99 98"));

        Assert.Equal(HttpStatusCode.NotFound, (await facilitator.GetAsync(Links.BreakGlass)).Status);
        Assert.Equal(2, none.Errors.Count);
    }

    async Task ReviewAsync(AFamily family)
    {
        var (own, officer) = (await SignInAsync(Everybody.SocialWorker), await SignInAsync(Everybody.Officer));
        var glass = await App.InDbAsync(db => db.Set<BreakGlass>().SingleAsync(each => each.FamilyId == family.Id));
        var today = await officer.GetAsync("/");
        var page = await officer.GetAsync(Links.GlassReview);
        var after = await page.PressAsync($"form:has([value='{glass.Id}'])");

        Assert.Equal(HttpStatusCode.Forbidden, (await own.GetAsync(Links.GlassReview)).Status);
        Assert.Contains("in nood meegekeken", today.Main);
        Assert.Contains(Everybody.SocialWorker.Name, page.Main);
        Assert.DoesNotContain("Mara", page.Main);
        Assert.Contains("nagekeken op", after.Main);
        var reviewed = await App.InDbAsync(db => db.Set<BreakGlass>().SingleAsync(each => each.Id == glass.Id));
        Assert.Equal(Everybody.Officer.Id, reviewed.ReviewedBy);
    }

    async Task<Page> BreakAsync(Inhabitant who, string number)
    {
        var page = await (await SignInAsync(who)).GetAsync(Links.BreakGlass);
        return await page.PressAsync(
            "main form .btn",
            ("Reached", number),
            ("Reason", "DangerNow"),
            ("Why", "Ze belt en klinkt in paniek.")
        );
    }

    async Task<(AFamily Family, string Number)> ReachedAsync(Place? at = null)
    {
        var family = await AFamily.LivingAsync(App, at: at);
        var number = $"0470 {Random.Shared.Next(100000, 999999)}";
        using var scope = App.Services.CreateScope();
        var desk = scope.ServiceProvider.GetRequiredService<FamilyDesk>();
        await desk.AddChannelAsync(family.Mother, ChannelKind.Mobile, number, family.Seal, null, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<Nestwerk.Data.NestwerkDb>().SaveChangesAsync();
        return (family, number);
    }
}

public sealed class GlassOnSqlite(SqliteHost host) : GlassTests(host), IClassFixture<SqliteHost>;

public sealed class GlassOnPostgres(PostgresHost host) : GlassTests(host), IClassFixture<PostgresHost>;
