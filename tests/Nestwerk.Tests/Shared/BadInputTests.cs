using System.Net.Http.Headers;
using System.Text;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Shared;

/// <summary>Whatever is thrown at a form, the answer is a page that says what is wrong, and never a failure of ours.</summary>
public abstract class BadInputTests(TestHost host) : WebTests(host)
{
    public static TheoryData<string> Places() =>
        new("/sign-in", "/language", "plan", "facts", "facts after the session ended", "/nowhere", "/error/404", "/health/live");

    [Theory, MemberData(nameof(Places))]
    public async Task A_body_that_is_no_form_is_refused(string place) =>
        await RefusedAsync(place, _ => new StringContent("""{"Input":{"Title":"x"}}""", Encoding.UTF8, "application/json"));

    [Theory, MemberData(nameof(Places))]
    public async Task A_body_without_a_type_is_refused(string place) => await RefusedAsync(place, _ => new ByteArrayContent([1, 2, 3]));

    [Theory, MemberData(nameof(Places))]
    public async Task A_form_that_breaks_off_is_refused(string place) =>
        await RefusedAsync(
            place,
            token =>
            {
                var content = new StringContent($"--part\r\nContent-Disposition: form-data; name=\"{token.Name}\"\r\n\r\n{token.Value}");
                content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=part");
                return content;
            }
        );

    [Theory, MemberData(nameof(Places))]
    public async Task A_form_without_its_boundary_is_refused(string place) =>
        await RefusedAsync(
            place,
            _ =>
            {
                var content = new StringContent("--part--");
                content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data");
                return content;
            }
        );

    [Theory, MemberData(nameof(Places))]
    public async Task Ten_thousand_fields_are_refused(string place) =>
        await RefusedAsync(
            place,
            token => Browser.Encode([token, .. Enumerable.Range(0, 10_000).Select(number => ($"Input.Blocks[{number}]", "x"))])
        );

    [Theory, MemberData(nameof(Places))]
    public async Task Three_million_letters_are_refused(string place) =>
        await RefusedAsync(place, token => Browser.Encode([("Input.Title", new string('x', 3_000_000)), token]));

    [Theory, MemberData(nameof(Places))]
    public async Task Bytes_that_are_no_text_are_refused(string place) =>
        await RefusedAsync(place, token => Form($"{token.Name}={token.Value}&Input.Title=%FF%FE%00&verb=%ED%A0%80&person=%00"));

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var (browser, path, _) = await OpenAsync("plan");

        var page = await browser.PostAsync(path, ("verb", "undo"));

        Assert.Equal(400, (int)page.Status);
    }

    async Task RefusedAsync(string place, Func<(string Name, string Value), HttpContent> body)
    {
        var (browser, path, token) = await OpenAsync(place);

        var page = await browser.PostAsync(path, body(token));

        if (path.StartsWith("/health", StringComparison.Ordinal))
            Assert.Equal("Healthy", page.Text);
        else if ((int)page.Status >= 300)
            Assert.InRange((int)page.Status, 400, 499);
        Assert.NotEmpty(page.Title + page.Text);
    }

    /// <summary>A browser at a place where a form may be sent, with a token of its own.</summary>
    async Task<(Browser Browser, string Path, (string Name, string Value) Token)> OpenAsync(string place)
    {
        if (place.StartsWith('/'))
        {
            var visitor = Visitor();
            return (visitor, place, (await visitor.GetAsync("/sign-in")).Token());
        }
        var plan = APlan.By(Everybody.Facilitator);
        await App.AddAsync(plan);
        var browser = await SignInAsync(Everybody.Facilitator);
        var path = $"/playbook/plans/{plan.Id}{(place == "plan" ? "" : "/facts")}";
        var token = (await browser.GetAsync(path)).Token();
        if (place == "facts after the session ended")
            Time.Advance(TimeSpan.FromHours(11));
        return (browser, path, token);
    }

    static StringContent Form(string text) => new(text, Encoding.UTF8, "application/x-www-form-urlencoded");
}

public sealed class BadInputOnSqlite(SqliteHost host) : BadInputTests(host), IClassFixture<SqliteHost>;

public sealed class BadInputOnPostgres(PostgresHost host) : BadInputTests(host), IClassFixture<PostgresHost>;
