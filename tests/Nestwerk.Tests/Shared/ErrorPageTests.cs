using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Data;
using Nestwerk.Shared;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Shared;

public abstract class ErrorPageTests(TestHost host) : WebTests(host)
{
    static readonly int[] Codes = [400, 403, 404, 409, 413, 429, 500, 503, 507];

    public static TheoryData<int, string> CodesAndLanguages()
    {
        var data = new TheoryData<int, string>();
        foreach (var code in Codes)
        foreach (var language in Languages.All)
            data.Add(code, language);
        return data;
    }

    [Theory, MemberData(nameof(CodesAndLanguages))]
    public async Task Every_failure_has_a_page_in_every_language(int code, string language)
    {
        var page = await Visitor().In(language).GetAsync($"/error/{code}");

        Assert.Equal(code, (int)page.Status);
        Assert.Equal(Texts.Everything[$"error.{code}.title"].In(language), page.Title);
        Assert.Equal(language, page.Html.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Dutch_is_the_language_of_whoever_chose_none() =>
        Assert.Equal("nl", (await Visitor().GetAsync("/error/404")).Html.DocumentElement.GetAttribute("lang"));

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/nowhere/at/all.png")]
    [InlineData("/health")]
    [InlineData("/playbook/plans/no-guid")]
    [InlineData("/error/not-a-number")]
    [InlineData("/de")]
    [InlineData("/..%2f..%2fetc/passwd")]
    public async Task A_path_that_leads_nowhere_says_so_to_a_visitor(string path)
    {
        var page = await Visitor().GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(Texts.Everything["error.404.title"].Nl, page.Title);
    }

    [Theory]
    [InlineData("bug", 500)]
    [InlineData("disk", 507)]
    [InlineData("gate", 503)]
    [InlineData("audit", 503)]
    [InlineData("large", 413)]
    public async Task What_goes_wrong_inside_is_told_in_words_and_leaks_nothing(string trouble, int code)
    {
        await using var app = await TheHost.StartAnotherAsync(adjust: Trouble.Possible);

        var page = await app.Visitor().In("fr").GetAsync($"/sign-in?trouble={trouble}");

        Assert.Equal(code, (int)page.Status);
        Assert.Equal(Texts.Everything[$"error.{code}.title"].Fr, page.Title);
        Assert.DoesNotContain(Trouble.Secret, page.Text);
        Assert.DoesNotContain("Exception", page.Text);
    }

    [Theory]
    [InlineData("bug", 500)]
    [InlineData("gate", 503)]
    public async Task A_form_that_fails_gets_its_page_although_nobody_can_write(string trouble, int code)
    {
        await using var app = await TheHost.StartAnotherAsync(["--Nestwerk:WriteTimeout=00:00:00.1"], adjust: Trouble.Possible);
        var browser = app.Visitor();
        var token = (await browser.GetAsync("/sign-in")).Token();

        using var turn = await app.Services.GetRequiredService<WriteGate>().EnterAsync(default);
        var page = await browser.PostAsync($"/sign-in?trouble={trouble}", token);

        Assert.Equal(code, (int)page.Status);
        Assert.Equal(Texts.Everything[$"error.{code}.title"].Nl, page.Title);
    }

    [Fact]
    public async Task Somebody_elses_plan_is_answered_as_one_that_does_not_exist()
    {
        var plan = APlan.By(Everybody.Stranger);
        await App.AddAsync(plan);
        var browser = await SignInAsync(Everybody.Facilitator);

        var foreign = await browser.GetAsync($"/playbook/plans/{plan.Id}");
        var unknown = await browser.GetAsync($"/playbook/plans/{Ids.New()}");

        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal(Masked(unknown), Masked(foreign));
    }

    /// <summary>Without what differs from one answer to the next: the token, and the address the language form comes back to.</summary>
    static string Masked(Page page)
    {
        foreach (var input in page.Html.QuerySelectorAll("input[type=hidden]"))
            input.SetAttribute("value", "");
        return page.Html.DocumentElement.OuterHtml;
    }
}

public sealed class ErrorPageOnSqlite(SqliteHost host) : ErrorPageTests(host), IClassFixture<SqliteHost>;

public sealed class ErrorPageOnPostgres(PostgresHost host) : ErrorPageTests(host), IClassFixture<PostgresHost>;
