using System.Net;
using System.Text.RegularExpressions;

namespace Nestwerk.Bench.Run;

/// <summary>Looks at Nestwerk as a person does: signs in through the demo's own page, and reads pages.</summary>
sealed partial class Visitor : IDisposable
{
    readonly CookieContainer cookies = new();
    readonly HttpClient http;

    public Visitor(Uri address) => http = new(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = address };

    public string Cookie => cookies.GetCookieHeader(http.BaseAddress!);

    public Task<string> ReadAsync(string path, CancellationToken cancel) => http.GetStringAsync(path, cancel);

    public async Task SignInAsync(string person, CancellationToken cancel)
    {
        var people = await ReadAsync("/demo", cancel);
        var fields = new Dictionary<string, string>
        {
            ["person"] = Ids(people, person),
            ["__RequestVerificationToken"] = Token().Match(people).Groups["value"].Value,
        };
        using var answer = await http.PostAsync("/demo/sign-in", new FormUrlEncodedContent(fields), cancel);
        answer.EnsureSuccessStatusCode();
    }

    static string Ids(string people, string person) =>
        Person().Matches(people).First(match => match.Groups["name"].Value == person).Groups["id"].Value;

    public void Dispose() => http.Dispose();

    [GeneratedRegex(
        """__RequestVerificationToken"[^>]*value="(?<value>[^"]+)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Token();

    [GeneratedRegex("""id="person-(?<id>[0-9a-f-]{36})">(?<name>[^<]+)<""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Person();
}
