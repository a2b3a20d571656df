using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

public abstract class LimitsTests(TestHost host) : WebTests(host)
{
    [Fact]
    [Trait("Row", "B15")]
    public async Task The_list_names_everybody_beside_her_and_who_is_taken_away_sees_nothing_from_then_on()
    {
        var family = await CaredForAsync();
        var team = new CareTeam
        {
            Id = Nestwerk.Shared.Ids.New(),
            OrganisationId = Place.Lede.Id,
            Name = "Team Dender",
        };
        var inside = new CareTeamMembership
        {
            Id = Nestwerk.Shared.Ids.New(),
            TeamId = team.Id,
            PersonId = Everybody.SocialWorker.Id,
            From = new(2024, 9, 1),
        };
        var relation = family.Beside(Holder.Team, team.Id, Basis.CareTeam);
        await App.AddAsync(team, inside, relation, family.Beside(Everybody.Facilitator, Basis.Enrolment));
        var midwife = await SignInAsync(Everybody.Midwife);

        var list = await midwife.GetAsync(Links.Who(family.Id));
        var social = await SignInAsync(Everybody.SocialWorker);
        var before = await social.GetAsync(Links.Who(family.Id));
        await list.PressAsync($"form[action$=End]:has([value='{relation.Id}'])");
        var after = await social.GetAsync(Links.Who(family.Id));

        foreach (var name in new[] { Everybody.Midwife.Name, Everybody.Facilitator.Name, "Team Dender", Everybody.SocialWorker.Name })
            Assert.Contains(name, list.Main);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (before.Status, after.Status));
    }

    [Fact]
    public async Task A_colleague_who_is_named_finds_the_family_no_more()
    {
        var family = await CaredForAsync();
        await App.AddAsync(family.Beside(Everybody.SocialWorker, Basis.CareTeam));
        var (midwife, social) = (await SignInAsync(Everybody.Midwife), await SignInAsync(Everybody.SocialWorker));

        var before = await social.GetAsync(Links.Who(family.Id));
        var form = await midwife.GetAsync(Links.Exclude(family.Id));
        await form.PressAsync("main form .primary", ("Whom", $"{Everybody.SocialWorker.Id}"), ("Member", $"{family.Mother.Id}"));
        var after = await social.GetAsync(Links.Who(family.Id));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (before.Status, after.Status));
        Assert.DoesNotContain(family.Mother.Id, await Seen.ByAsync<FamilyMember>(App, Everybody.SocialWorker));
    }

    [Fact]
    public async Task Safety_mode_hides_stops_messages_and_knows_its_word()
    {
        var family = await CaredForAsync();
        var channel = ContactChannel.New(
            family.Mother,
            ChannelKind.Mobile,
            family.Mother.Id,
            Everybody.Midwife.Id,
            Time.GetUtcNow().UtcDateTime
        );
        channel.Reach("0470 00 00 01", null, null, family.Seal);
        await App.AddAsync(channel, family.Beside(Everybody.Facilitator, Basis.Enrolment));
        var midwife = await SignInAsync(Everybody.Midwife);
        var page = await midwife.GetAsync(Links.Protect(family.Id, family.Mother.Id));

        var refused = await page.PressAsync("main form .primary", ("Alias", "mara"), ("Word", "x"));
        await page.PressAsync("main form .primary", ("Alias", "Linde"), ("Word", "Zwarte Kérs"));

        Assert.Equal(2, refused.Errors.Count);
        var placed = await App.InDbAsync(db => db.Set<Protection>().SingleAsync(each => each.FamilyId == family.Id));
        Assert.True(Protections.Fits(placed, " zwarte kers ", family.Seal));
        Assert.False(Protections.Fits(placed, "witte kers", family.Seal));
        Assert.NotNull(
            await App.InDbAsync(db =>
                db.Set<ContactChannel>().Where(each => each.Id == channel.Id).Select(each => each.NoMessagesSince).SingleAsync()
            )
        );
        Assert.Empty((await Seen.ByAsync<FamilyMember>(App, Everybody.Facilitator, Purpose.DeliverGroup)).Intersect([family.Mother.Id]));
    }

    [Fact]
    [Trait("Row", "C19")]
    public async Task Who_only_promised_discretion_opens_no_notes()
    {
        var family = await CaredForAsync();
        var note = family.Note("Ze slaapt slecht.", Everybody.Midwife);
        await App.AddAsync(note);

        var bound = await Seen.ByAsync<CareNote>(App, Everybody.Midwife);
        await App.InDbAsync(db =>
            db.Set<Person>()
                .Where(each => each.Id == Everybody.Midwife.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.Secrecy, Secrecy.Discretion))
        );
        var discreet = await Seen.ByAsync<CareNote>(App, Everybody.Midwife);
        var contact = await Seen.ByAsync<FamilyMember>(App, Everybody.Midwife);
        await App.InDbAsync(db =>
            db.Set<Person>()
                .Where(each => each.Id == Everybody.Midwife.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.Secrecy, Secrecy.Professional))
        );

        Assert.Contains(note.Id, bound);
        Assert.DoesNotContain(note.Id, discreet);
        Assert.Contains(family.Mother.Id, contact);
    }

    [Fact]
    [Trait("Row", "C19")]
    public async Task The_list_of_categories_comes_from_the_policy()
    {
        var officer = await SignInAsync(Everybody.Officer);

        var list = await officer.GetAsync(Links.AccessCategories);

        Assert.Equal(AccessPolicy.Table.Select(grant => grant.Role).Distinct().Count() + 1, list.FindAll("main section h2").Count);
        Assert.Equal(AccessPolicy.Table.Distinct().Count(), list.FindAll("main tbody tr").Count);
        Assert.DoesNotContain("Beheert", list.Main);
    }

    [Fact]
    public async Task A_hand_over_ends_what_was_agreed_by_name()
    {
        var family = await CaredForAsync();
        var hers = family.Beside(Everybody.SocialWorker, Basis.CareTeam);
        var yes = family.Yes(Everybody.SocialWorker, DataClass.Care);
        await App.AddAsync(hers, yes);
        var midwife = await SignInAsync(Everybody.Midwife);

        var page = await midwife.GetAsync(Links.HandOver(family.Id, hers.Id));
        await page.PressAsync("main form .primary", ("Whom", $"Person.{Everybody.Coordinator.Id}"), ("How", "Spoken"));

        Assert.DoesNotContain(family.Mother.Id, await Seen.ByAsync<FamilyMember>(App, Everybody.SocialWorker));
        Assert.Contains(family.Mother.Id, await Seen.ByAsync<FamilyMember>(App, Everybody.Coordinator));
        var yeses = await App.InDbAsync(db => db.Set<Consent>().Where(each => each.FamilyId == family.Id).ToListAsync());
        Assert.NotNull(yeses.Single(each => each.Id == yes.Id).WithdrawnAt);
        Assert.Equal(Everybody.Coordinator.Id, Assert.Single(yeses, each => each.Until is null).RecipientId);
    }

    [Fact]
    [Trait("Row", "D11")]
    public async Task Leaving_asks_no_reason_and_ends_everything()
    {
        var family = await CaredForAsync();
        await App.AddAsync(family.Yes(Everybody.SocialWorker, DataClass.Care));
        var midwife = await SignInAsync(Everybody.Midwife);

        var page = await midwife.GetAsync(Links.Leave(family.Id));
        await page.PressAsync("main form .danger");
        var after = await midwife.GetAsync(Links.Who(family.Id));

        Assert.Empty(page.FindAll("main :is(textarea, input:not([type=hidden]), select)"));
        Assert.Equal(HttpStatusCode.NotFound, after.Status);
        Assert.DoesNotContain(family.Mother.Id, await Seen.ByAsync<FamilyMember>(App, Everybody.Midwife));
    }

    async Task<AFamily> CaredForAsync()
    {
        var family = await AFamily.LivingAsync(App);
        await App.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        return family;
    }
}

public sealed class LimitsOnSqlite(SqliteHost host) : LimitsTests(host), IClassFixture<SqliteHost>;

public sealed class LimitsOnPostgres(PostgresHost host) : LimitsTests(host), IClassFixture<PostgresHost>;
