using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Tests.Families.My;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

/// <summary>Who looked before two files became one is still told, to whom it concerns.</summary>
public abstract class JoinedTrailTests(TestHost host) : ParentTests(host)
{
    [Fact, Trait("Row", "B15")]
    public async Task After_a_join_she_still_sees_who_looked_at_her_small_file()
    {
        var (known, her) = await InsideAsync();
        var small = await AFamily.LivingAsync(Here, "Maartje");
        await OpenAsync(small, Everybody.SocialWorker);
        await JoinAsync(known, small, same: known.Mother);

        var hers = await her.GetAsync(Links.MyLooks);
        var workers = await (await Here.SignInAsync(Everybody.Midwife)).GetAsync(Links.Looked(known.Id));

        Assert.Contains("Leila Amrani", hers.Main);
        Assert.Contains("Leila Amrani", workers.Main);
    }

    [Fact]
    public async Task Of_a_small_file_that_was_of_the_other_parent_she_learns_nothing()
    {
        var (known, her) = await InsideAsync();
        var small = await AFamily.LivingAsync(Here, "Sami");
        await OpenAsync(small, Everybody.SocialWorker);
        await Here.AddAsync(Looked(small, Everybody.Facilitator));
        await JoinAsync(known, small, same: null);

        var hers = await her.GetAsync(Links.MyLooks);

        Assert.DoesNotContain("Leila Amrani", hers.Text);
        Assert.DoesNotContain(Everybody.Facilitator.Name, hers.Text);
    }

    async Task OpenAsync(AFamily small, Inhabitant who)
    {
        await Here.AddAsync(small.Beside(who, Basis.CareTeam), small.Beside(Everybody.Midwife, Basis.CareTeam));
        await (await Here.SignInAsync(who)).GetAsync(Links.Looked(small.Id));
    }

    async Task JoinAsync(AFamily known, AFamily small, FamilyMember? same)
    {
        await Here.AddAsync(known.Beside(Everybody.Midwife, Basis.CareTeam));
        var page = await (await Here.SignInAsync(Everybody.Midwife)).GetAsync(Links.Join(known.Id));
        await page.PressAsync("main form .primary", ("Other", $"{small.Mother.Id}"), ("Same", $"{same?.Id}"), ("How", "Spoken"));
        Assert.False(await Here.InDbAsync(db => db.Set<FamilyKey>().AnyAsync(each => each.FamilyId == small.Id)));
    }

    /// <summary>By somebody who stands beside neither.</summary>
    static AuditRow Looked(AFamily family, Inhabitant who) =>
        new()
        {
            Id = Nestwerk.Shared.Ids.New(),
            At = ManualTime.Start.UtcDateTime,
            PersonId = who.Id,
            Event = "family.read",
            SubjectId = family.Id,
            OfFamily = family.Id,
            Classes = DataClasses.Contact,
            Act = Act.Read,
            AtOrganisation = Place.Ninove.Id,
        };
}

public sealed class JoinedTrailOnSqlite(SqliteHost host) : JoinedTrailTests(host), IClassFixture<SqliteHost>;

public sealed class JoinedTrailOnPostgres(PostgresHost host) : JoinedTrailTests(host), IClassFixture<PostgresHost>;
