using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Cli.FirstRun;
using Nestwerk.Playbook;
using Nestwerk.Tests.Host;
using Totp = Nestwerk.Access.SignIn.Totp;

namespace Nestwerk.Tests.Cli;

/// <summary>An empty instance and its first person.</summary>
[Trait("Row", "X")]
public abstract class FirstRunTests(TestHost host) : WebTests(host)
{
    const string Password = "vier gele fietsen zingen";

    [Fact]
    public async Task An_empty_instance_leads_everybody_to_its_first_page_and_nowhere_else()
    {
        await using var app = await EmptyAsync();

        foreach (var address in new[] { "/", "/nl", "/sign-in", "/playbook", "/invitation" })
            Assert.Equal("/first-run", (await app.Visitor().GetAsync(address)).Path);
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().GetAsync("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().GetAsync("/nestwerk.css")).Status);
    }

    [Fact]
    public async Task Without_the_word_on_the_console_nobody_begins_and_nothing_typed_is_lost()
    {
        await using var app = await EmptyAsync();

        var refused = await BeginAsync(app.Visitor(), "AAAA-AAAA-AAAA");

        Assert.Single(refused.Errors);
        Assert.Equal("Huis van het Kind Zottegem", refused.Find("[name='Input.House']").GetAttribute("value"));
        Assert.False(await app.InDbAsync(db => db.Set<Organisation>().AnyAsync()));
    }

    [Fact]
    public async Task The_first_person_opens_the_house_and_finds_the_book_and_every_role()
    {
        await using var app = await EmptyAsync();
        var browser = app.Visitor();

        var account = await BeginAsync(browser, await TokenAsync(app));
        var setUp = await browser.GetAsync("/account/authenticator");
        var key = setUp.FindAll("code")[0].Replace(" ", "", StringComparison.Ordinal);
        await setUp.PressAsync("form[action='/account/authenticator']", ("Code", Totp.CodeAt(key, app.Time.Utc)));
        var plan = await (await browser.GetAsync("/playbook/plans/new")).PressAsync("main form", ("Title", "Onze eerste avond"));

        Assert.Equal("/account", account.Path);
        var roles = await app.InDbAsync(db => db.Set<Appointment>().Select(post => post.Role).ToListAsync());
        Assert.Equal(Enum.GetValues<Role>(), roles.Order());
        foreach (var address in new[] { "/playbook", "/people", "/settings", "/playbook/recipes/new" })
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(address)).Status);
        Assert.Equal("Onze eerste avond", plan.Title);
        Assert.Equal("Huis van het Kind Zottegem", (await app.Visitor().GetAsync("/nl")).Title);
        Assert.True(await app.InDbAsync(db => db.Set<RecipeVersion>().CountAsync()) >= 60);
    }

    [Fact]
    public async Task Once_somebody_came_in_the_page_is_gone_also_after_a_restart()
    {
        await using var app = await EmptyAsync();
        var token = await TokenAsync(app);
        var late = await app.Visitor().GetAsync("/first-run");
        await BeginAsync(app.Visitor(), token);

        var second = await late.PressAsync("main form", Fields(token));
        var again = await app.Services.GetRequiredService<FirstArrival>().WaitAsync(CancellationToken.None);

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().GetAsync("/first-run")).Status);
        Assert.StartsWith("/sign-in", second.Path, StringComparison.Ordinal);
        Assert.Null(again);
        Assert.Equal(1, await app.InDbAsync(db => db.Set<Organisation>().CountAsync()));
    }

    [Fact]
    public async Task The_last_admin_who_is_locked_out_gets_a_code_from_the_command_line()
    {
        await using var app = await EmptyAsync();
        await BeginAsync(app.Visitor(), await TokenAsync(app));

        var (name, code) = await Nestwerk.Cli.AdminCommand.MakeAsync(app.Services, "wies@huis.example", CancellationToken.None);
        var choose = await (await app.Visitor().GetAsync("/invitation")).PressAsync(
            "form[action='/invitation']",
            ("Address", "Wies@Huis.example"),
            ("Code", code)
        );

        Assert.Equal("Wies De Backer", name);
        Assert.NotNull(choose.Html.QuerySelector("[name=Again]"));
        await Assert.ThrowsAsync<Nestwerk.Cli.RefusedException>(() =>
            Nestwerk.Cli.AdminCommand.MakeAsync(app.Services, "geen adres", CancellationToken.None)
        );
    }

    async Task<NestwerkApp> EmptyAsync()
    {
        var app = await TheHost.StartEmptyAsync();
        await Nestwerk.Cli.ServeCommand.PrepareAsync(app.Services, CancellationToken.None);
        return app;
    }

    static async Task<string> TokenAsync(NestwerkApp app) =>
        await app.Services.GetRequiredService<FirstArrival>().WaitAsync(CancellationToken.None)
        ?? throw new InvalidOperationException("Not empty.");

    static async Task<Page> BeginAsync(Browser browser, string token) =>
        await (await browser.GetAsync("/first-run")).PressAsync("main form", Fields(token));

    static (string, string?)[] Fields(string token) =>
        [
            ("Input.Token", token),
            ("Input.House", "Huis van het Kind Zottegem"),
            ("Input.Name", "Wies De Backer"),
            ("Input.Address", "wies@huis.example"),
            ("Input.Password", Password),
            ("Input.Again", Password),
        ];
}

public sealed class FirstRunOnSqlite(SqliteHost host) : FirstRunTests(host), IClassFixture<SqliteHost>;

public sealed class FirstRunOnPostgres(PostgresHost host) : FirstRunTests(host), IClassFixture<PostgresHost>;
