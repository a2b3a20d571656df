using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families.My;

/// <summary>She lets a yes end sooner, never later; and a yes for one part of her story says so.</summary>
[Trait("Row", "B15")]
public abstract class MyShorterTests(TestHost host) : ParentTests(host)
{
    const string Form = "form[action$=Shorter]";

    [Fact]
    public async Task She_chooses_until_when_and_then_it_ends()
    {
        var (family, her) = await InsideAsync();
        var yes = family.Yes(Everybody.SocialWorker, DataClass.Care);
        await Here.AddAsync(family.Beside(Everybody.SocialWorker, Basis.CareTeam), yes);

        var done = await (await her.GetAsync(Links.MyPeople)).PressAsync(Form, ("Until1", "2027-04-01"));

        Assert.Contains("Gedaan. Leila Amrani ziet dit nu minder lang.", done.Main);
        Assert.Contains("Tot donderdag 1 april.", done.Main);
        var all = await Here.InDbAsync(db => db.Set<Consent>().Where(each => each.FamilyId == family.Id).ToListAsync());
        Assert.NotNull(all.Single(each => each.Id == yes.Id).WithdrawnAt);
        Assert.Equal(new DateTime(2027, 3, 31, 22, 0, 0, DateTimeKind.Utc), all.Single(each => each.Id != yes.Id).Until);
    }

    [Theory]
    [InlineData("2027-06-01")]
    [InlineData("2027-03-01")]
    [InlineData("ooit")]
    [InlineData("")]
    public async Task Never_later_never_past_and_never_what_is_no_day(string typed)
    {
        var (family, her) = await InsideAsync();
        var yes = family.Yes(Everybody.SocialWorker, DataClass.Care).Lasting(new(2027, 5, 1, 0, 0, 0, DateTimeKind.Utc));
        await Here.AddAsync(yes);

        var refused = await (await her.GetAsync(Links.MyPeople)).PressAsync(Form, ("Until1", typed));

        Assert.Contains("Langer dan afgesproken kan hier niet.", Assert.Single(refused.Errors));
        Assert.NotNull(refused.Html.QuerySelector("details[open] #Until1[aria-invalid=true]"));
        Assert.Single(await Here.InDbAsync(db => db.Set<Consent>().Where(each => each.FamilyId == family.Id).ToListAsync()));
    }

    [Fact]
    public async Task What_is_not_hers_is_not_there()
    {
        var (_, her) = await InsideAsync();
        var other = await AFamily.LivingAsync(Here, "Noa");
        var yes = other.Yes(Everybody.SocialWorker, DataClass.Care);
        await Here.AddAsync(yes);
        var token = (await her.GetAsync(Links.MyPeople)).Token();

        var answer = await her.PostAsync(
            $"{Links.MyPeople}?handler=Shorter",
            token,
            ("consent", $"{yes.Id}"),
            ("field", "Until1"),
            ("Until1", "2027-04-01")
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Fact]
    public async Task A_yes_for_one_part_says_that_it_is_one_part()
    {
        var (family, her) = await InsideAsync();
        await Here.AddAsync(
            family.Beside(Everybody.Midwife, Basis.CareTeam),
            family.Yes(Everybody.Midwife, DataClass.Care, part: Nestwerk.Shared.Ids.New()),
            family.Yes(Everybody.Midwife, DataClass.Confidential, part: Nestwerk.Shared.Ids.New())
        );

        var hers = await her.GetAsync(Links.MyPeople);
        var workers = await (await Here.SignInAsync(Everybody.Midwife)).GetAsync(Links.Who(family.Id));

        Assert.Contains("Mag één stuk van je verhaal lezen.", hers.Main);
        Assert.Contains("Mag één notitie lezen", hers.Main);
        Assert.Contains("één stuk van haar verhaal", workers.Main);
        Assert.Contains("één vertrouwelijke notitie", workers.Main);
    }
}

public sealed class MyShorterOnSqlite(SqliteHost host) : MyShorterTests(host), IClassFixture<SqliteHost>;

public sealed class MyShorterOnPostgres(PostgresHost host) : MyShorterTests(host), IClassFixture<PostgresHost>;
