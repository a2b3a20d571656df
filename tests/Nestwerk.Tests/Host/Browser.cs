using System.Net;
using System.Text;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Host;

/// <summary>One browser window without JavaScript: it keeps cookies, follows redirects and fills in forms.</summary>
public sealed class Browser(TestServer server, ManualTime time)
{
    const int MostRedirects = 10;
    readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);
    readonly HttpClient client = server.CreateClient();

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    /// <summary>Whether it goes where a redirect points, as people's browsers do.</summary>
    public bool Follows { get; set; } = true;

    /// <summary>Chooses the language of the staff pages.</summary>
    public Browser In(string language)
    {
        cookies[SharedServices.LanguageCookie] = language;
        return this;
    }

    public void Forget(string cookie) => cookies.Remove(cookie);

    public Task<Page> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Posts what no form would: for tests of what an attacker does. Sends no token unless it is among the fields.</summary>
    public Task<Page> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = Encode(fields) });

    public Task<Page> PostAsync(string path, HttpContent content) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });

    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        for (var redirects = 0; ; redirects++)
        {
            var address = new Uri(client.BaseAddress!, request.RequestUri!);
            var answer = await SendOnceAsync(request);
            if (!Follows || answer.Headers.Location is not { } next || redirects == MostRedirects)
                return await Page.ReadAsync(this, address, answer);
            answer.Dispose();
            request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, next));
        }
    }

    /// <summary>Takes the cookies an answer sets; drops those it ends.</summary>
    public void Keep(StringValues setCookie)
    {
        foreach (var cookie in SetCookieHeaderValue.ParseList([.. setCookie.OfType<string>()]))
            if (cookie.MaxAge <= TimeSpan.Zero || cookie.Expires <= time.GetUtcNow() || cookie.Value.Length == 0)
                cookies.Remove(cookie.Name.ToString());
            else
                cookies[cookie.Name.ToString()] = cookie.Value.ToString();
    }

    internal static FormUrlEncodedContent Encode(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request)
    {
        if (cookies.Count > 0)
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await client.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            Keep(set.ToArray());
        return answer;
    }
}
