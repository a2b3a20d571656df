using Microsoft.Playwright;

namespace Nestwerk.BrowserTests.Host;

/// <summary>Somebody who has no mouse, and who must see at every step where she is.</summary>
sealed class Keyboard(IPage page)
{
    const int Patience = 150;

    /// <summary>How the focused element stands out: a line of at least two pixels around it.</summary>
    const string IsSeen = """
        () => {
          const style = getComputedStyle(document.activeElement);
          const box = document.activeElement.getBoundingClientRect();
          const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
          const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
          return drawn && inside ? "" : `${document.activeElement.outerHTML.slice(0, 160)}: ${style.outline}, from ${box.top} to ${box.bottom}`;
        }
        """;

    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
            await page.Keyboard.PressAsync(key);
    }

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Tabs until she is at the element; on the way every stop can be seen.</summary>
    public async Task TabToAsync(ILocator wanted)
    {
        await Assertions.Expect(wanted).ToBeVisibleAsync();
        for (var step = 0; step < Patience; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await IsAtAsync(wanted))
                continue;
            await SeesWhereSheIsAsync();
            return;
        }
        Assert.Fail($"{Patience} times Tab did not reach {wanted}.");
    }

    public async Task SeesWhereSheIsAsync() => Assert.Equal("", await page.EvaluateAsync<string>(IsSeen));

    static Task<bool> IsAtAsync(ILocator wanted) => wanted.EvaluateAsync<bool>("element => element === document.activeElement");
}
