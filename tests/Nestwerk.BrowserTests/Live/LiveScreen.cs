using Microsoft.Playwright;
using Nestwerk.BrowserTests.Host;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Live;
using static Microsoft.Playwright.Assertions;

namespace Nestwerk.BrowserTests.Live;

/// <summary>The live run in a window, by what stands on it.</summary>
sealed class LiveScreen(Window window, Guid plan)
{
    public ILocator Title => window.Page.Locator("#now");
    public ILocator Waiting => window.Page.Locator("[data-offline] [role=status]");
    public ILocator Until => window.Page.Locator("[data-until]");

    public static async Task<LiveScreen> OpenAsync(Window window, MeetingPlan plan, string person = Meetings.Author)
    {
        await window.SignInAsync(person);
        await window.GoAsync(RunLinks.Run(plan.Id));
        return new(window, plan.Id);
    }

    public async Task BeginAsync()
    {
        await Button("Begin nu").ClickAsync();
        await Expect(Title).ToHaveTextAsync("Onthaal");
    }

    public ILocator Button(string name) => window.Page.GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>Until the phone could do without a connection: its worker keeps the page.</summary>
    public async Task WaitUntilKeptAsync() =>
        Assert.True(
            await window.Page.EvaluateAsync<bool>(
                """
                async page => {
                  const kept = async () => (await Promise.all((await caches.keys()).map(name => caches.open(name).then(cache => cache.match(page))))).some(Boolean);
                  for (let tries = 0; tries < 100; tries++) {
                    if (navigator.serviceWorker.controller && (await kept())) return true;
                    await new Promise(enough => setTimeout(enough, 100));
                  }
                  return false;
                }
                """,
                RunLinks.Run(plan)
            )
        );

    /// <summary>Waits until the server heard of so many presses, and no more.</summary>
    public async Task ExpectStepsAtServerAsync(int count) =>
        Assert.Equal(
            count,
            await window.Page.EvaluateAsync<int>(
                """
                async ([address, count]) => {
                  let heard;
                  for (let tries = 0; tries < 100; tries++) {
                    heard = (await (await fetch(address)).json()).steps.length;
                    if (heard >= count) break;
                    await new Promise(enough => setTimeout(enough, 100));
                  }
                  return heard;
                }
                """,
                new object[] { RunLinks.State(plan), count }
            )
        );
}
