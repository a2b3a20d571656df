using System.Net;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Access;

public abstract class SessionTests(TestHost host) : WebTests(host)
{
    const string Session = "nestwerk";

    [Fact, Trait("Row", "R13")]
    public async Task She_sees_where_she_is_signed_in_and_ends_it_from_elsewhere()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var (here, elsewhere) = (await app.SignInAsync(Everybody.Facilitator), await app.SignInAsync(Everybody.Facilitator));

        var list = await here.GetAsync("/account/sessions");
        var after = await list.PressAsync("form[action*='handler=End'] button");

        Assert.Equal(2, list.FindAll(".people li").Count);
        Assert.Single(after.FindAll(".people li"));
        Assert.Equal("/playbook", (await here.GetAsync("/playbook")).Path);
        Assert.StartsWith("/sign-in", (await elsewhere.GetAsync("/playbook")).Path, StringComparison.Ordinal);
    }

    [Fact, Trait("Row", "R13")]
    public async Task Nobody_ends_a_session_of_somebody_else()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var (hers, other) = (await app.SignInAsync(Everybody.Facilitator), await app.SignInAsync(Everybody.Colleague));
        var account = Everybody.Colleague.AccountId;
        var id = await app.InDbAsync(db =>
            db.Set<Visit>().Where(visit => visit.AccountId == account).Select(visit => visit.Id).SingleAsync()
        );

        await hers.PostAsync("/account/sessions?handler=End", (await hers.GetAsync("/account")).Token(), ("id", $"{id}"));

        Assert.Equal("/playbook", (await other.GetAsync("/playbook")).Path);
    }

    [Fact, Trait("Row", "R13")]
    public async Task A_cookie_that_was_copied_opens_nothing_once_she_signed_out()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var browser = await app.SignInAsync(Everybody.Facilitator);
        var thief = app.Visitor();
        thief.Keep($"{Session}={browser.Cookies[Session]}; path=/");

        var before = await thief.GetAsync("/playbook");
        await (await browser.GetAsync("/account")).PressAsync("form[action='/sign-out'] button");
        var after = await thief.GetAsync("/playbook");

        Assert.Equal("/playbook", before.Path);
        Assert.StartsWith("/sign-in", after.Path, StringComparison.Ordinal);
    }

    [Fact, Trait("Row", "R13")]
    public async Task Signing_in_again_makes_another_session_and_the_one_before_is_over()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var browser = await app.SignInAsync(Everybody.Facilitator);
        var planted = app.Visitor();
        planted.Keep($"{Session}={browser.Cookies[Session]}; path=/");

        await (await browser.GetAsync("/sign-in")).PressAsync(
            "form[action='/sign-in']",
            ("Input.Address", Everybody.Facilitator.Email),
            ("Input.Password", Everybody.Password)
        );

        Assert.StartsWith("/sign-in", (await planted.GetAsync("/account")).Path, StringComparison.Ordinal);
        Assert.Equal("/account", (await browser.GetAsync("/account")).Path);
    }

    [Fact, Trait("Row", "R13")]
    public async Task After_a_quiet_quarter_of_an_hour_families_ask_to_sign_in_again_and_other_work_goes_on()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var family = await AFamily.LivingAsync(app);
        await app.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        var (midwife, officer) = (await app.SignInAsync(Everybody.Midwife), await app.SignInAsync(Everybody.Officer));
        var page = $"/families/{family.Id}/looked";

        var before = await midwife.GetAsync(page);
        app.Time.Advance(TimeSpan.FromMinutes(15));
        var after = await midwife.GetAsync(page);
        var account = await midwife.GetAsync("/account");
        var still = await midwife.GetAsync(page);

        Assert.Equal(page, before.Path);
        Assert.StartsWith("/sign-in?return=", after.Path, StringComparison.Ordinal);
        Assert.Equal("/account", account.Path);
        Assert.StartsWith("/sign-in?return=", still.Path, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await officer.GetAsync("/officer/audit")).Path, StringComparison.Ordinal);
    }

    [Fact, Trait("Row", "R13")]
    public async Task Whoever_is_busy_stays_and_after_ten_hours_she_signs_in_again()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var family = await AFamily.LivingAsync(app);
        await app.AddAsync(family.Beside(Everybody.Midwife, Basis.CareTeam));
        var midwife = await app.SignInAsync(Everybody.Midwife);
        var page = $"/families/{family.Id}/looked";

        var paths = new List<string>();
        for (var minutes = 10; minutes <= 600; minutes += 10)
        {
            app.Time.Advance(TimeSpan.FromMinutes(10));
            paths.Add((await midwife.GetAsync(page)).Path);
        }

        Assert.All(paths.SkipLast(1), path => Assert.Equal(page, path));
        Assert.StartsWith("/sign-in", paths[^1], StringComparison.Ordinal);
    }

    [Fact, Trait("Row", "R13")]
    public async Task On_a_shared_device_five_quiet_minutes_end_all_of_it_and_it_is_not_remembered()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var browser = app.Visitor();
        await (await browser.GetAsync("/sign-in")).PressAsync(
            "form[action='/sign-in']",
            ("Input.Address", Everybody.Facilitator.Email),
            ("Input.Password", Everybody.Password),
            ("Input.Shared", "true")
        );

        app.Time.Advance(TimeSpan.FromMinutes(4));
        var soon = await browser.GetAsync("/account");
        app.Time.Advance(TimeSpan.FromMinutes(5));
        var later = await browser.GetAsync("/account");

        Assert.Equal("/account", soon.Path);
        Assert.StartsWith("/sign-in", later.Path, StringComparison.Ordinal);
        Assert.DoesNotContain("nestwerk-device", browser.Cookies.Keys);
    }

    [Fact]
    public async Task Before_roles_change_she_shows_her_second_factor_again_and_what_she_chose_is_kept()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var admin = await app.SignInAsync(Everybody.Admin);
        var page = await admin.GetAsync($"/people/{Place.Ninove.Id}/{Everybody.Colleague.Id}");

        app.Time.Advance(TimeSpan.FromMinutes(10));
        var asked = await page.PressAsync("form[action*=Roles]", ("Roles", "LibraryEditor"));

        Assert.Equal(HttpStatusCode.Unauthorized, asked.Status);
        Assert.NotNull(asked.Html.QuerySelector("input[name=kept]"));
        Assert.Equal([Role.Facilitator], await RolesAsync(app, Everybody.Colleague.Id));
    }

    [Fact]
    public async Task Nobody_gives_herself_a_role_beside_families()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var admin = await app.SignInAsync(Everybody.Admin);
        var page = await admin.GetAsync($"/people/{Place.Ninove.Id}/{Everybody.Admin.Id}");

        var refused = await page.PressAsync("form[action*=Roles]", ("Roles", "OrganisationAdmin"), ("Roles", "CareWorker"));

        Assert.Single(refused.Errors);
        Assert.Equal([Role.OrganisationAdmin], await RolesAsync(app, Everybody.Admin.Id));
    }

    static Task<List<Role>> RolesAsync(NestwerkApp app, Guid person) =>
        app.InDbAsync(db =>
            db.Set<Appointment>().Where(post => post.PersonId == person && post.Until == null).Select(post => post.Role).ToListAsync()
        );
}

public sealed class SessionOnSqlite(SqliteHost host) : SessionTests(host), IClassFixture<SqliteHost>;

public sealed class SessionOnPostgres(PostgresHost host) : SessionTests(host), IClassFixture<PostgresHost>;
