using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Access;

public abstract class WhoLookedTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task A_worker_who_opened_a_page_of_a_family_stands_there_with_her_organisation()
    {
        var family = await AFamily.LivingAsync(App);
        await App.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        var midwife = await SignInAsync(Everybody.Midwife);

        await midwife.GetAsync($"/families/{family.Id}/looked");
        var page = await midwife.GetAsync($"/families/{family.Id}/looked");

        Assert.Contains(Everybody.Midwife.Name, page.Main, StringComparison.Ordinal);
        Assert.Contains(Place.Ninove.Name, page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_day_is_one_line_that_says_all_she_saw_and_whether_the_glass_was_broken()
    {
        var family = await AFamily.LivingAsync(App);
        await App.AddAsync(
            Read(family, Everybody.SocialWorker, DataClasses.Contact, 1),
            Read(family, Everybody.SocialWorker, DataClasses.Care, 2, Reason.BrokenGlass),
            Read(family, Everybody.SocialWorker, DataClasses.Needs, 3)
        );

        var looks = await OfAsync(family.Id, null);

        Assert.Equal(2, looks.Count);
        Assert.Equal(DataClasses.Contact | DataClasses.Needs, looks.Single(look => !look.BreakGlass).Classes);
        Assert.Equal([DataClass.Care], looks.Single(look => look.BreakGlass).Each);
    }

    [Fact]
    public async Task A_member_does_not_learn_who_helps_another()
    {
        var family = await AFamily.LivingAsync(App);
        await App.AddAsync(
            family.Beside(Everybody.SocialWorker, Basis.CareTeam, only: family.Mother),
            family.Beside(Everybody.Midwife, Basis.CareTeam),
            Read(family, Everybody.SocialWorker, DataClasses.Care, 1),
            Read(family, Everybody.Midwife, DataClasses.Care, 2)
        );

        var hers = await OfAsync(family.Id, [family.Mother.Id]);
        var another = await OfAsync(family.Id, [Ids.New()]);

        Assert.Equal(2, hers.Count);
        Assert.Equal([Everybody.Midwife.Id], another.Select(look => look.PersonId));
    }

    [Fact]
    public async Task Whoever_asks_for_a_family_that_is_not_hers_is_written_down_with_the_reason_and_not_shown_to_the_family()
    {
        var family = await AFamily.LivingAsync(App);
        await App.AddAsync(family.No(Everybody.Midwife.Id));
        var midwife = await SignInAsync(Everybody.Midwife);

        var answer = await midwife.GetAsync($"/families/{family.Id}/looked");
        var unknown = await midwife.GetAsync($"/families/{Ids.New()}/looked");

        var row = await App.InDbAsync(db =>
            db.Set<AuditRow>().AsNoTracking().SingleAsync(each => each.OfFamily == family.Id && each.Reason != null)
        );
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (answer.Status, unknown.Status));
        Assert.Equal(("family.refused", Reason.Excluded, Everybody.Midwife.Id), (row.Event, row.Reason, row.PersonId));
        Assert.NotNull(row.SessionId);
        Assert.Empty(await OfAsync(family.Id, null));
    }

    [Fact, Trait("Row", "R33")]
    public async Task The_officer_lists_whom_a_stolen_account_touched_between_two_moments()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var (one, two, other) = (await AFamily.LivingAsync(app), await AFamily.LivingAsync(app), await AFamily.LivingAsync(app));
        await app.AddAsync(
            Read(one, Everybody.Midwife, DataClasses.Contact, 1),
            Read(one, Everybody.Midwife, DataClasses.Care, 2),
            Read(two, Everybody.Midwife, DataClasses.Needs, 3),
            Read(other, Everybody.Midwife, DataClasses.Needs, 90),
            Read(other, Everybody.SocialWorker, DataClasses.Needs, 2)
        );
        var officer = await app.SignInAsync(Everybody.Officer);

        // Ten in the morning in Ninove.
        var asked = $"Person={Everybody.Midwife.Id}&From=2027-03-09T10:00&Until=2027-03-09T11:00";
        var page = await officer.GetAsync($"/officer/audit?{asked}");
        var file = await officer.GetAsync($"/officer/audit?{asked}&handler=Csv");

        Assert.Equal([$"{one.Id}", $"{two.Id}"], page.FindAll("section[aria-labelledby=touched] tbody th"));
        Assert.Equal(3, file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("Mara", file.Text, StringComparison.Ordinal);
        Assert.StartsWith("text/csv", file.Header("Content-Type"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trail_of_another_network_is_not_hers_to_read()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var family = await AFamily.LivingAsync(app, at: Place.Liege);
        await app.AddAsync(Read(family, Everybody.Stranger, DataClasses.Contact, 1, at: Place.Liege));
        var officer = await app.SignInAsync(Everybody.Officer);

        var page = await officer.GetAsync($"/officer/audit?Family={family.Id}");

        Assert.DoesNotContain(Everybody.Stranger.Name, page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_officer_reads_it()
    {
        foreach (var who in new[] { Everybody.Admin, Everybody.Technician, Everybody.Midwife })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await SignInAsync(who)).GetAsync("/officer/audit")).Status);
    }

    async Task<IReadOnlyList<Look>> OfAsync(Guid family, IReadOnlyCollection<Guid>? members)
    {
        using var scope = App.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<WhoLooked>().OfAsync(family, members, null, default);
    }

    static AuditRow Read(AFamily family, Inhabitant who, DataClasses classes, int minutes, Reason? reason = null, Place? at = null) =>
        new()
        {
            Id = Ids.New(),
            At = ManualTime.Start.UtcDateTime.AddMinutes(minutes),
            PersonId = who.Id,
            Event = "family.read",
            SubjectId = family.Id,
            OfFamily = family.Id,
            Classes = classes,
            Act = Act.Read,
            Reason = reason,
            AtOrganisation = (at ?? Place.Ninove).Id,
        };
}

public sealed class WhoLookedOnSqlite(SqliteHost host) : WhoLookedTests(host), IClassFixture<SqliteHost>;

public sealed class WhoLookedOnPostgres(PostgresHost host) : WhoLookedTests(host), IClassFixture<PostgresHost>;
