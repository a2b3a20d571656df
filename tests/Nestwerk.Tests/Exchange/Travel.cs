using System.Net.Http.Headers;
using Nestwerk.Playbook.Exchange;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Exchange;

/// <summary>Takes a book out of one house and into another, as a person does.</summary>
static class Travel
{
    public static async Task<byte[]> ExportAsync(Browser browser, Guid book)
    {
        var answer = await browser.GetAsync(ExchangeLinks.Export(book));
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
        return await answer.Answer.Content.ReadAsByteArrayAsync();
    }

    /// <returns>The page that shows what would change, or the form with the reason why not.</returns>
    public static async Task<Page> BringAsync(Browser browser, byte[] bytes)
    {
        var token = (await browser.GetAsync(ExchangeLinks.Import)).Token();
        var file = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return await browser.PostAsync(
            ExchangeLinks.Import,
            new MultipartFormDataContent { { new StringContent(token.Value), token.Name }, { file, "Upload", "boek.json" } }
        );
    }
}
