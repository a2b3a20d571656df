using Microsoft.Playwright;
using Nestwerk.Cli.Demo;
using Nestwerk.Playbook.Exchange;

namespace Nestwerk.BrowserTests.Everywhere;

/// <summary>Takes the book of the demo out, changes it a little, and hands it in again, so that there is something to look at and to choose.</summary>
static class BookInHand
{
    public static async Task BringAsync(IPage page)
    {
        var answer = await page.Context.APIRequest.GetAsync(new Uri(new Uri(page.Url), ExchangeLinks.Export(DemoWorld.Book)).ToString());
        var text = (await answer.TextAsync()).Replace(
            $"{DemoWorld.Recipe("when-do-i-call")}",
            $"{Guid.Empty.ToString()[..^1]}1",
            StringComparison.Ordinal
        );
        text = text.Replace("\"changeNote\": \"", "\"changeNote\": \"Anders: ", StringComparison.Ordinal)
            .Replace("\"audience\": \"both\"", "\"audience\": \"professionals\"", StringComparison.Ordinal);
        await page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "boek.json",
                    MimeType = BookFile.MediaType,
                    Buffer = System.Text.Encoding.UTF8.GetBytes(text),
                }
            );
        await page.Locator("main form .btn.primary").ClickAsync();
        await page.Locator("[name=Seen]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
