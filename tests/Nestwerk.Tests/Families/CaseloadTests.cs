using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families;

/// <summary>The list of who she stands beside.</summary>
public abstract class CaseloadTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task A_worker_sees_her_families_by_name_and_no_other_and_the_look_is_written_down()
    {
        var (hers, other) = (await AFamily.LivingAsync(App, "Mariam"), await AFamily.LivingAsync(App, "Zeynep"));
        await App.AddAsync(hers.Beside(Everybody.Midwife, Basis.CareTeam));

        var page = await (await SignInAsync(Everybody.Midwife)).GetAsync(Links.Caseload);

        Assert.Contains("Mariam", page.Main);
        Assert.DoesNotContain("Zeynep", page.Text);
        Assert.Equal(1, await ReadsAsync(hers.Id, "families.listed"));
        Assert.Equal(0, await ReadsAsync(other.Id, "families.listed"));
    }

    [Fact]
    public async Task A_caseload_goes_on_after_25_in_the_order_of_names_and_no_name_stands_in_an_address()
    {
        for (var number = 0; number < 27; number++)
        {
            var family = await AFamily.LivingAsync(App, $"Ouder {number:00}");
            await App.AddAsync(family.Beside(Everybody.SocialWorker, Basis.CareTeam));
        }
        var first = await (await SignInAsync(Everybody.SocialWorker)).GetAsync(Links.Caseload);

        var second = await first.FollowAsync("a[rel=next]");

        Assert.Equal(25, first.FindAll(".people h3").Count);
        Assert.Equal(
            ["Ouder 25", "Ouder 26"],
            second.FindAll(".people h3").Where(name => name.StartsWith("Ouder", StringComparison.Ordinal))
        );
        Assert.DoesNotContain("Ouder", second.Path);
    }

    [Fact]
    public async Task A_name_is_looked_for_among_her_own_families_only()
    {
        var (hers, other) = (await AFamily.LivingAsync(App, "Élodie"), await AFamily.LivingAsync(App, "Elodiane"));
        await App.AddAsync(hers.Beside(Everybody.Midwife, Basis.CareTeam));
        var page = await (await SignInAsync(Everybody.Midwife)).GetAsync(Links.Caseload);

        var found = await page.PressAsync("main form[role=search]", ("Name", "elodi"));

        Assert.Equal(["Élodie"], found.FindAll(".people h3"));
        Assert.Equal(Links.Caseload, found.Path);
        Assert.DoesNotContain("Elodiane", found.Text);
        Assert.NotEqual(other.Id, hers.Id);
    }

    [Fact]
    public async Task A_facilitator_meets_people_and_a_protected_one_by_her_other_name_only()
    {
        var (open, safe) = (await AFamily.LivingAsync(App, "Noor"), await AFamily.LivingAsync(App, "Samira"));
        await App.AddAsync(
            open.Beside(Everybody.Facilitator, Basis.Enrolment, DataClasses.Group),
            safe.Beside(Everybody.Facilitator, Basis.Enrolment, DataClasses.Group),
            safe.Beside(Everybody.Midwife, Basis.CareTeam),
            safe.Protected("Roos", "zonnebloem")
        );

        var met = await (await SignInAsync(Everybody.Facilitator)).GetAsync(Links.Caseload);
        var hers = await (await SignInAsync(Everybody.Midwife)).GetAsync(Links.Caseload);

        Assert.Equal("Mensen die je ontmoet", met.Title);
        Assert.Contains("Roos", met.Main);
        Assert.DoesNotContain("Samira", met.Text);
        Assert.Contains("Samira", hers.Main);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignInAsync(Everybody.Facilitator)).GetAsync(Links.Family(safe.Id))).Status);
    }

    [Fact]
    public async Task Around_a_quiet_family_nothing_is_counted_down()
    {
        var family = await AFamily.LivingAsync(App, "Mirte");
        var expected = FamilyMember.New(family.Id, Kin.Unborn, "", family.Seal, null, null, ManualTime.Start.UtcDateTime);
        expected.Month = new(2027, 6, 1);
        await App.AddAsync(expected, family.Beside(Everybody.Midwife, Basis.CareTeam));
        var me = await SignInAsync(Everybody.Midwife);
        var before = await me.GetAsync(Links.Family(family.Id));

        await App.AddAsync(family.Loss(expected));
        var (list, page) = (await me.GetAsync(Links.Caseload), await me.GetAsync(Links.Family(family.Id)));

        Assert.Contains("uitgerekend in juni 2027", before.Main);
        Assert.DoesNotContain("juni 2027", list.Text + page.Text);
        Assert.DoesNotContain("uitgerekend", list.Main + page.Main);
        Assert.Contains("stil rond dit gezin", page.Main);
    }

    [Fact]
    public async Task Who_leads_a_house_or_keeps_the_machine_has_no_such_page()
    {
        foreach (var who in (Inhabitant[])[Everybody.Admin, Everybody.Technician, Everybody.Officer, Everybody.LibraryEditor])
            Assert.Equal(HttpStatusCode.Forbidden, (await (await SignInAsync(who)).GetAsync(Links.Caseload)).Status);
    }

    Task<int> ReadsAsync(Guid family, string what) =>
        App.InDbAsync(db => db.Set<AuditRow>().CountAsync(row => row.OfFamily == family && row.Event == what));
}

public sealed class CaseloadOnSqlite(SqliteHost host) : CaseloadTests(host), IClassFixture<SqliteHost>;

public sealed class CaseloadOnPostgres(PostgresHost host) : CaseloadTests(host), IClassFixture<PostgresHost>;
