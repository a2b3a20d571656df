using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

public abstract class ConsentTests(TestHost host) : WebTests(host)
{
    [Fact]
    [Trait("Row", "B3")]
    public async Task Asking_takes_five_pages_and_gives_a_slip_in_her_language()
    {
        var family = await CaredForAsync();
        var midwife = await SignInAsync(Everybody.Midwife);

        var purpose = await midwife.GetAsync(Links.AskConsent(family.Id));
        var recipient = await purpose.PressAsync("main form .btn", ("for", "Refer"));
        var what = await recipient.PressAsync("main form .btn", ("to", $"Organisation.{Place.Lede.Id}"));
        var question = await what.PressAsync("main form .btn", ("what", "Contact"));
        var arabic = await question.PressAsync("main form .btn", ("lang", "ar"));
        var slip = await arabic.PressAsync("button[value=yes]", ("how", "WithInterpreter"));

        Assert.Equal("rtl", slip.Find("main").GetAttribute("dir"));
        Assert.Contains("هذا ما اتفقنا عليه", slip.Title);
        Assert.DoesNotContain("Mara", slip.Main);
        Assert.DoesNotContain($"{family.Id}", slip.Find("main").OuterHtml);
        var yes = Assert.Single(await YesesAsync(family));
        Assert.Equal((Purpose.Refer, DataClass.Contact, Place.Lede.Id), (yes.Purpose, yes.Class, yes.RecipientId));
        Assert.Equal(
            (Evidence.WithInterpreter, "ar", "refer/1", family.Mother.Id),
            (yes.Evidence, yes.Language, yes.TextVersion, yes.GivenBy)
        );
    }

    [Theory]
    [InlineData("no")]
    [InlineData("later")]
    public async Task A_no_leads_to_a_way_on_and_leaves_nothing_behind(string answer)
    {
        var family = await CaredForAsync();
        var midwife = await SignInAsync(Everybody.Midwife);
        var question = await midwife.GetAsync(Question(family));

        var end = await question.PressAsync($"button[value={answer}]");
        var reminder = await end.PressAsync("button[value='14']");

        Assert.Equal("Geen toestemming, wel een weg", end.Title);
        Assert.Equal(3, end.FindAll("main section").Count);
        Assert.DoesNotContain("Mara", reminder.Main);
        Assert.Empty(await YesesAsync(family));
        Assert.DoesNotContain(await EventsAsync(family), what => what.StartsWith("consent.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_saying_how_it_was_said_nothing_is_kept()
    {
        var family = await CaredForAsync();
        var midwife = await SignInAsync(Everybody.Midwife);

        var again = await (await midwife.GetAsync(Question(family))).PressAsync("button[value=yes]");

        Assert.Equal(["Kies hoe er ja is gezegd."], again.Errors);
        Assert.Empty(await YesesAsync(family));
    }

    [Fact]
    public async Task A_yes_that_is_taken_back_closes_at_the_next_request()
    {
        var family = await CaredForAsync();
        var (note, yes) = (family.Note("Ze slaapt slecht.", Everybody.Midwife), family.Yes(Everybody.SocialWorker, DataClass.Care));
        await App.AddAsync(note, family.Beside(Everybody.SocialWorker, Basis.CareTeam), yes);
        var midwife = await SignInAsync(Everybody.Midwife);

        var before = await SeenAsync(Everybody.SocialWorker);
        var who = await (await midwife.GetAsync(Links.Who(family.Id))).PressAsync($"form[action$=Withdraw]:has([value='{yes.Id}'])");
        var after = await SeenAsync(Everybody.SocialWorker);

        Assert.Contains(note.Id, before);
        Assert.DoesNotContain(note.Id, after);
        Assert.Contains("Gestopt, vanaf nu.", who.Main);
        Assert.Contains("consent.withdrawn", await EventsAsync(family));
    }

    [Fact]
    public async Task A_yes_can_last_less_long_and_not_longer()
    {
        var family = await CaredForAsync();
        var yes = family.Yes(Everybody.SocialWorker, DataClass.Care).Lasting(Time.GetUtcNow().UtcDateTime.AddDays(30));
        await App.AddAsync(yes);
        var midwife = await SignInAsync(Everybody.Midwife);
        var page = await midwife.GetAsync(Links.Narrow(family.Id, yes.Id));
        var (soon, late) = (Day(10), Day(90));

        var refused = await page.PressAsync("main form .primary", ("Until", late));
        await page.PressAsync("main form .primary", ("Until", soon));

        Assert.NotEmpty(refused.Errors);
        var (old, shorter) = (
            (await YesesAsync(family)).Single(each => each.Id == yes.Id),
            (await YesesAsync(family)).Single(each => each.Id != yes.Id)
        );
        Assert.NotNull(old.WithdrawnAt);
        Assert.Equal($"{soon} 00:00", $"{App.Services.GetRequiredService<HouseClock>().Local(shorter.Until!.Value):yyyy-MM-dd HH:mm}");
        Assert.Equal((yes.TextVersion, yes.GivenBy), (shorter.TextVersion, shorter.GivenBy));
    }

    [Fact]
    public async Task Another_family_and_one_that_does_not_exist_are_answered_alike()
    {
        var family = await AFamily.LivingAsync(App);
        var midwife = await SignInAsync(Everybody.Midwife);

        foreach (var id in new[] { family.Id, Guid.Empty })
        foreach (
            var address in new[] { Links.Who(id), Links.AskConsent(id), Links.Exclude(id), Links.Loss(id), Links.Join(id), Links.Leave(id) }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await midwife.GetAsync(address)).Status);
    }

    string Question(AFamily family) =>
        $"{Links.AskConsent(family.Id)}?member={family.Mother.Id}&for=Refer&to=Organisation.{Place.Lede.Id}&what=Contact";

    string Day(int days) => $"{Time.GetUtcNow().UtcDateTime.AddDays(days):yyyy-MM-dd}";

    async Task<AFamily> CaredForAsync()
    {
        var family = await AFamily.LivingAsync(App);
        await App.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        return family;
    }

    Task<List<Consent>> YesesAsync(AFamily family) =>
        App.InDbAsync(db => db.Set<Consent>().Where(each => each.FamilyId == family.Id).ToListAsync());

    Task<List<string>> EventsAsync(AFamily family) =>
        App.InDbAsync(db => db.Set<AuditRow>().Where(row => row.OfFamily == family.Id).Select(row => row.Event).ToListAsync());

    Task<List<Guid>> SeenAsync(Inhabitant who) => Seen.ByAsync<CareNote>(App, who);
}

public sealed class ConsentOnSqlite(SqliteHost host) : ConsentTests(host), IClassFixture<SqliteHost>;

public sealed class ConsentOnPostgres(PostgresHost host) : ConsentTests(host), IClassFixture<PostgresHost>;
