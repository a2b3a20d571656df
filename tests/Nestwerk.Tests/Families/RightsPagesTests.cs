using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Families.Rights;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

[Trait("Row", "R30")]
public abstract class RightsPagesTests(TestHost host) : WebTests(host)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_writes_down_what_she_asked_does_it_and_prints_it_in_her_language()
    {
        var family = await WithMidwifeAsync(language: "fr");
        await App.AddAsync(family.Note("Ze slaapt slecht.", Everybody.Midwife));
        var midwife = await SignInAsync(Everybody.Midwife);
        var page = await midwife.GetAsync(Links.Rights(family.Id));

        page = await page.PressAsync(
            "form[action*='handler=Ask']",
            ("By", $"{family.Mother.Id}"),
            ("Right", "Access"),
            ("About", $"{family.Mother.Id}")
        );
        page = await page.PressAsync("button[formaction*='handler=Do']");
        var paper = await page.FollowAsync("a[href$='/paper']");

        Assert.Contains("Ce que nous gardons sur Mara", paper.Main, StringComparison.Ordinal);
        Assert.Contains("Ze slaapt slecht.", paper.Main, StringComparison.Ordinal);
        var json = await midwife.GetAsync(paper.Path + "?handler=Json");
        Assert.Contains("Ze slaapt slecht.", json.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_finds_the_page()
    {
        var family = await WithMidwifeAsync();

        foreach (var who in new[] { Everybody.SocialWorker, Everybody.Volunteer, Everybody.Facilitator, Everybody.Stranger })
            Assert.Equal(HttpStatusCode.NotFound, (await (await SignInAsync(who)).GetAsync(Links.Rights(family.Id))).Status);
    }

    [Fact]
    public async Task A_correction_without_a_word_on_what_is_asked_again()
    {
        var family = await WithMidwifeAsync();
        var page = await (await SignInAsync(Everybody.Midwife)).GetAsync(Links.Rights(family.Id));

        page = await page.PressAsync(
            "form[action*='handler=Ask']",
            ("By", $"{family.Mother.Id}"),
            ("Right", "Correction"),
            ("About", $"{family.Mother.Id}")
        );

        Assert.Single(page.Errors);
    }

    [Fact]
    public async Task Erasing_shows_the_proof_and_asks_whom_it_was_shared_with_to_look_at_her_papers()
    {
        var family = await WithMidwifeAsync();
        await App.AddAsync(
            family.Yes(Everybody.SocialWorker, DataClass.Care),
            SubjectRequest.Ask(family.Mother, Right.Erasure, null, Everybody.Midwife.Id, Time.Utc)
        );
        var midwife = await SignInAsync(Everybody.Midwife);

        var proof = await (await midwife.GetAsync(Links.Rights(family.Id))).PressAsync("button[formaction*='handler=Do']");

        Assert.StartsWith("/erased/", proof.Path, StringComparison.Ordinal);
        Assert.Contains("Wie bij het gezin hoort", proof.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await midwife.GetAsync(Links.Rights(family.Id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignInAsync(Everybody.Stranger)).GetAsync(proof.Path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await SignInAsync(Everybody.Officer)).GetAsync(proof.Path)).Status);
        var papers = await (await SignInAsync(Everybody.SocialWorker)).GetAsync(Links.Mendings);
        Assert.Contains("Gewist", papers.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_a_protected_person_two_people_agree_each_on_her_own_account()
    {
        var family = await WithMidwifeAsync();
        var id = Nestwerk.Shared.Ids.New();
        await App.AddAsync(
            new Protection
            {
                FamilyId = family.Id,
                Id = id,
                MemberId = family.Mother.Id,
                PlacedBy = Everybody.Midwife.Id,
                From = Time.Utc.AddDays(-1),
                Alias = family.Seal.Seal("Iris", "Protection.Alias", id),
                CodeWord = family.Seal.Seal("lamp", "Protection.CodeWord", id),
            },
            family.Beside(Everybody.SocialWorker, Basis.CareTeam),
            SubjectRequest.Ask(family.Mother, Right.Erasure, null, Everybody.Midwife.Id, Time.Utc)
        );

        var first = await (await (await SignInAsync(Everybody.Midwife)).GetAsync(Links.Rights(family.Id))).PressAsync(
            "button[formaction*='handler=Do']"
        );
        Assert.Null(first.Html.QuerySelector("button[formaction*='handler=Do']"));
        Assert.NotNull(await KeyAsync(family));
        await (await (await SignInAsync(Everybody.SocialWorker)).GetAsync(Links.Rights(family.Id))).PressAsync(
            "button[formaction*='handler=Do']"
        );

        Assert.Null(await KeyAsync(family));
    }

    async Task<AFamily> WithMidwifeAsync(string language = "nl")
    {
        var family = await AFamily.LivingAsync(App);
        await App.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        await App.InDbAsync(db =>
            db.Set<FamilyMember>()
                .Where(member => member.FamilyId == family.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(member => member.Language, language), Cancel)
        );
        return family;
    }

    Task<FamilyKey?> KeyAsync(AFamily family) =>
        App.InDbAsync(db => db.Set<FamilyKey>().SingleOrDefaultAsync(key => key.FamilyId == family.Id, Cancel));
}

public sealed class RightsPagesOnSqlite(SqliteHost host) : RightsPagesTests(host), IClassFixture<SqliteHost>;

public sealed class RightsPagesOnPostgres(PostgresHost host) : RightsPagesTests(host), IClassFixture<PostgresHost>;
