using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Families.Officer;
using Nestwerk.Families.Rights;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

/// <summary>Who leaves takes everything along, without a reason.</summary>
[Trait("Row", "D11")]
public abstract class LeavingTests(TestHost host) : WebTests(host)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaving_erases_at_once_with_a_proof_and_a_tombstone()
    {
        var family = await CaredForAsync();
        await App.AddAsync(family.Note("Ze slaapt slecht.", Everybody.Midwife), family.Yes(Everybody.SocialWorker, DataClass.Care));

        var page = await LeaveAsync(family, family.Mother);

        Assert.Equal(Links.Caseload, page.Path);
        Assert.Empty(await LeftAsync(family.Id));
        var proof = Assert.Single(await ProofsAsync(family.Id));
        Assert.Contains(("CareNotes", 1), proof.Lines);
        Assert.Equal(Everybody.Midwife.Id, proof.By);
        Assert.True(await App.InDbAsync(db => db.Set<Tombstone>().AnyAsync(each => each.Id == proof.Id, Cancel)));
        Assert.Equal(["family.erased", "family.left", "right.asked", "right.done"], await EventsAsync(family.Id));
        Assert.True(await App.InDbAsync(db => db.Set<Mending>().AnyAsync(each => each.ForId == Everybody.SocialWorker.Id, Cancel)));
    }

    [Fact]
    public async Task The_other_parent_stays_with_what_is_his()
    {
        var family = await CaredForAsync();
        var father = FamilyMember.New(family.Id, Kin.Father, "Bilal", family.Seal, null, null, Time.Utc);
        await App.AddAsync(father, family.Note("Zij vertelde dit.", Everybody.Midwife));

        await LeaveAsync(family, family.Mother);

        Assert.Equal([father.Id], (await LeftAsync(family.Id)).OfType<FamilyMember>().Select(each => each.Id));
        Assert.DoesNotContain(await LeftAsync(family.Id), row => row is CareNote);
        Assert.Equal(family.Mother.Id, Assert.Single(await ProofsAsync(family.Id)).MemberId);
        Assert.Equal(HttpStatusCode.OK, (await (await SignInAsync(Everybody.Midwife)).GetAsync(Links.Who(family.Id))).Status);
    }

    [Fact]
    public async Task Where_somebody_is_protected_two_people_erase_it_and_until_then_it_is_shared_with_nobody()
    {
        var family = await CaredForAsync();
        var yes = family.Yes(Everybody.Facilitator, DataClass.Care);
        await App.AddAsync(family.Protected("Roos", "lamp"), family.Beside(Everybody.SocialWorker, Basis.CareTeam), yes);

        var waits = await LeaveAsync(family, family.Mother);
        var second = await (await SignInAsync(Everybody.SocialWorker)).GetAsync(Links.Rights(family.Id));
        var before = await LeftAsync(family.Id);
        var proof = await second.PressAsync("button[formaction*='handler=Do']");

        Assert.Equal(Links.Rights(family.Id), waits.Path);
        Assert.Empty(waits.FindAll("button[formaction*='handler=Do']"));
        Assert.NotNull(before.OfType<Consent>().Single().WithdrawnAt);
        Assert.StartsWith("/erased/", proof.Path, StringComparison.Ordinal);
        Assert.Empty(await LeftAsync(family.Id));
    }

    [Fact]
    public async Task Who_only_gives_her_group_erases_nothing_and_after_three_days_it_goes_by_itself()
    {
        var family = await CaredForAsync();
        await App.AddAsync(
            family.Note("Ze slaapt slecht.", Everybody.Midwife),
            family.Beside(Everybody.Facilitator, Basis.Enrolment, DataClasses.Group)
        );

        var page = await LeaveAsync(family, family.Mother, Everybody.Facilitator);
        var kept = await LeftAsync(family.Id);
        var over = await DueAsync(TimeSpan.FromDays(4));

        Assert.Equal(Links.Caseload, page.Path);
        Assert.Contains(kept, row => row is CareNote);
        Assert.Empty(await ProofsAsync(family.Id));
        Assert.Equal(
            [Basis.CareTeam],
            await App.InDbAsync(db =>
                db.Set<Relation>()
                    .Where(each => each.FamilyId == family.Id && each.Until == null)
                    .Select(each => each.Basis)
                    .ToListAsync(Cancel)
            )
        );
        Assert.Contains(family.Id, over);
    }

    [Fact]
    public async Task Whoever_signed_in_long_ago_shows_again_that_it_is_her()
    {
        var family = await CaredForAsync();
        var midwife = await SignInAsync(Everybody.Midwife);
        midwife.Follows = false;
        Time.Advance(TimeSpan.FromMinutes(10));

        var page = await midwife.GetAsync(Links.Leave(family.Id));

        Assert.StartsWith("/account/confirm", page.Location, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_a_judge_asks_for_is_kept_until_that_is_over_and_then_it_goes_by_itself()
    {
        var family = await CaredForAsync();
        var order = new OfficerCase
        {
            Id = Nestwerk.Shared.Ids.New(),
            OfFamily = family.Id,
            ControllerId = Place.Ninove.Id,
            Kind = CaseKind.Legal,
            AboutId = Nestwerk.Shared.Ids.New(),
            OpenedBy = Everybody.Officer.Id,
            OpenedAt = Time.Utc,
        };
        await App.AddAsync(order);
        await LeaveAsync(family, family.Mother);

        var held = await DueAsync(TimeSpan.FromDays(4));
        var over = await DueAsync(TimeSpan.FromDays(OfficerCase.Days));

        Assert.NotEmpty(await LeftAsync(family.Id));
        Assert.DoesNotContain(family.Id, held);
        Assert.Contains(family.Id, over);
    }

    async Task<Page> LeaveAsync(AFamily family, FamilyMember who, Inhabitant? with = null) =>
        await (await (await SignInAsync(with ?? Everybody.Midwife)).GetAsync(Links.Leave(family.Id))).PressAsync(
            $"main form:has([value='{who.Id}']) .danger"
        );

    async Task<List<Guid>> DueAsync(TimeSpan wait)
    {
        Time.Advance(wait);
        using var scope = App.Services.CreateScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<RequestDoing>().DueAsync(Cancel)).Select(each => each.Family)];
    }

    async Task<AFamily> CaredForAsync()
    {
        var family = await AFamily.LivingAsync(App);
        await App.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        return family;
    }

    async Task<List<object>> LeftAsync(Guid family)
    {
        using var scope = App.Services.CreateScope();
        var rows = await scope.ServiceProvider.GetRequiredService<FamilyTables>().RowsAsync(family, Cancel);
        return [.. rows.Select(row => row.Row.Entity)];
    }

    Task<List<ErasureProof>> ProofsAsync(Guid family) =>
        App.InDbAsync(db => db.Set<ErasureProof>().Where(each => each.FamilyId == family).ToListAsync(Cancel));

    Task<List<string>> EventsAsync(Guid family) =>
        App.InDbAsync(db =>
            db.Set<AuditRow>()
                .Where(row => row.OfFamily == family && (row.Event.StartsWith("right.") || row.Event.StartsWith("family.")))
                .Where(row => row.Act == Act.Write)
                .OrderBy(row => row.Event)
                .Select(row => row.Event)
                .ToListAsync(Cancel)
        );
}

public sealed class LeavingOnSqlite(SqliteHost host) : LeavingTests(host), IClassFixture<SqliteHost>;

public sealed class LeavingOnPostgres(PostgresHost host) : LeavingTests(host), IClassFixture<PostgresHost>;
