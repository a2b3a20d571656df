using System.Net;
using Nestwerk.Access;
using Nestwerk.Playbook;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Access;

/// <summary>A session that ends while somebody writes.</summary>
public abstract class KeptFormTests(TestHost host) : WebTests(host)
{
    const string Form = "main form[method=post]";
    const string Title = "Thee & taart <voor> één";

    [Fact]
    public async Task What_she_typed_travels_in_the_page_that_asks_her_to_sign_in_and_cannot_be_read_there()
    {
        await using var app = await TheHost.StartAnotherAsync();

        var asked = await TypeTooLateAsync(app);

        Assert.Equal(HttpStatusCode.Unauthorized, asked.Status);
        Assert.NotEmpty(asked.Find("input[name=kept]").GetAttribute("value")!);
        Assert.DoesNotContain("taart", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_she_is_back_it_is_shown_again_and_not_carried_out()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var asked = await TypeTooLateAsync(app);
        var kept = asked.Find("input[name=kept]").GetAttribute("value")!;

        var shown = await BringBackAsync(app, Everybody.Facilitator, "/playbook/plans/new", kept);

        Assert.Equal(Title, shown.Find("main form [name=Title]").GetAttribute("value"));
        Assert.Single(shown.Errors);
        Assert.Empty(await app.InDbAsync(db => Task.FromResult(db.Set<MeetingPlan>().ToList())));
    }

    [Fact]
    public async Task Somebody_else_gets_nothing_of_it()
    {
        await using var app = await TheHost.StartAnotherAsync();
        var kept = (await TypeTooLateAsync(app)).Find("input[name=kept]").GetAttribute("value")!;

        var shown = await BringBackAsync(app, Everybody.Colleague, "/playbook/plans/new", kept);

        Assert.DoesNotContain("taart", shown.Text, StringComparison.Ordinal);
        Assert.Empty(await app.InDbAsync(db => Task.FromResult(db.Set<MeetingPlan>().ToList())));
    }

    [Fact]
    public async Task A_script_is_told_to_open_the_sign_in_page()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/playbook/plans");
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("HX-Current-URL", "http://localhost/playbook/plans?show=past");

        var answer = await Visitor().SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("/sign-in?return=%2Fplaybook%2Fplans%3Fshow%3Dpast", answer.Header("HX-Redirect"));
    }

    [Fact]
    public async Task A_form_of_a_stranger_is_not_kept()
    {
        var browser = Visitor();
        browser.Follows = false;

        var answer = await browser.PostAsync("/playbook/plans/new", ("Title", Title));

        Assert.Equal("/sign-in?return=%2Fplaybook%2Fplans%2Fnew", answer.Location);
    }

    static async Task<Page> TypeTooLateAsync(NestwerkApp app)
    {
        var browser = await app.SignInAsync(Everybody.Facilitator);
        var page = await browser.GetAsync("/playbook/plans/new");
        app.Time.Advance(TimeSpan.FromHours(11));
        return await page.PressAsync(Form, ("Title", Title), ("return", "/evil"), ("language", "fr"));
    }

    static async Task<Page> BringBackAsync(NestwerkApp app, Inhabitant who, string path, string kept)
    {
        var browser = await app.SignInAsync(who);
        var token = (await browser.GetAsync("/account")).Token();
        return await browser.PostAsync(path, token, ("kept", kept));
    }
}

public sealed class KeptFormsOnSqlite(SqliteHost host) : KeptFormTests(host), IClassFixture<SqliteHost>;

public sealed class KeptFormsOnPostgres(PostgresHost host) : KeptFormTests(host), IClassFixture<PostgresHost>;
