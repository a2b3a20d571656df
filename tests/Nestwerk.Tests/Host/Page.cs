using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Nestwerk.Tests.Host;

/// <summary>An answer, and the page in it when it is one.</summary>
public sealed class Page
{
    readonly Browser browser;

    Page(Browser browser, Uri address, HttpResponseMessage answer, string text) =>
        (this.browser, Address, Answer, Text) = (browser, address, answer, text);

    public Uri Address { get; }
    public HttpResponseMessage Answer { get; }

    /// <summary>The body as it was sent.</summary>
    public string Text { get; }
    public HttpStatusCode Status => Answer.StatusCode;
    public string Path => Address.PathAndQuery;

    /// <summary>Where a redirect points, when the browser does not follow.</summary>
    public string? Location => Answer.Headers.Location?.OriginalString;

    public IHtmlDocument Html => field ??= new HtmlParser().ParseDocument(Text);
    public string Title => Html.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>What stands in the main part, with single spaces.</summary>
    public string Main => Flat(Html.QuerySelector("main"));

    /// <summary>The sentences of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Html.QuerySelectorAll("#errors li").Select(Flat)];

    internal static async Task<Page> ReadAsync(Browser browser, Uri address, HttpResponseMessage answer) =>
        new(browser, address, answer, await answer.Content.ReadAsStringAsync());

    /// <summary>A header, joined; null when it is not there.</summary>
    public string? Header(string name) =>
        Answer.Headers.TryGetValues(name, out var values) || Answer.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    public IElement Find(string selector) =>
        Html.QuerySelector(selector) ?? throw new InvalidOperationException($"Nothing fits {selector} on {Path} ({(int)Status}).");

    public IReadOnlyList<string> FindAll(string selector) => [.. Html.QuerySelectorAll(selector).Select(Flat)];

    /// <summary>Follows a link.</summary>
    public Task<Page> FollowAsync(string selector) => browser.GetAsync(On(Find(selector).GetAttribute("href")!));

    /// <summary>Presses a button as a browser would: with every field of its form, some of them filled in anew.</summary>
    /// <param name="selector">The button; or its form, to press its first button.</param>
    /// <param name="fields">Values by name; null leaves the field out, several values of one name stand one after another.</param>
    public async Task<Page> PressAsync(string selector, params (string Name, string? Value)[] fields)
    {
        var form = Form.Of(Find(selector));
        var values = form.Values(fields);
        return form.IsPost
            ? await browser.PostAsync(On(form.Action), form.IsMultipart ? Form.Multipart(values) : Browser.Encode(values))
            : await browser.GetAsync($"{On(form.Action).Split('?')[0]}?{await Browser.Encode(values).ReadAsStringAsync()}");
    }

    /// <summary>The token that proves that a form came from this page.</summary>
    public (string Name, string Value) Token()
    {
        var token = (IHtmlInputElement)Find("input[name=__RequestVerificationToken]");
        return (token.Name!, token.Value);
    }

    string On(string? address) => new Uri(Address, string.IsNullOrEmpty(address) ? Address.PathAndQuery : address).PathAndQuery;

    static string Flat(INode? node) =>
        string.Join(' ', (node?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
