using Nestwerk.BrowserTests.Host;

namespace Nestwerk.BrowserTests.Everywhere;

/// <summary>One window for each person who looks at screens, one after another: opening it and coming in costs more than looking.</summary>
public sealed class Windows : IAsyncDisposable
{
    readonly Dictionary<string, Window> open = new(StringComparer.Ordinal);

    /// <summary>Her window, in which nobody complained yet and nothing was pressed.</summary>
    /// <param name="who">Null for a visitor.</param>
    public async Task<Window> OfAsync(string? who, Func<Task<Window>> openAsync)
    {
        if (!open.TryGetValue(who ?? "", out var window))
        {
            open[who ?? ""] = window = await openAsync();
            if (who is not null)
                await window.BecomeAsync(who);
        }
        await window.BeginAnewAsync();
        return window;
    }

    /// <summary>Closes her window; the next time she gets a new one.</summary>
    public async Task CloseAsync(string? who)
    {
        if (open.Remove(who ?? "", out var window))
            await window.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in open.Values)
            await window.DisposeAsync();
    }
}
