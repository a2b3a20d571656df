using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>A link in the bar, brought by the domain it leads to.</summary>
/// <param name="Order">Smaller stands first.</param>
/// <param name="Text">Text key.</param>
public sealed record NavEntry(int Order, string Path, string Text, string Icon, Func<Actor, bool> IsFor);

static class Navigation
{
    /// <summary>At most five links, and only to what this actor may open. The longest path that fits is where she is.</summary>
    public static Frame Around(Actor actor, IEnumerable<NavEntry> entries, string path)
    {
        if (!actor.IsSignedIn)
            return Frame.Visitor;
        var mine = MineOf(actor, entries).ToList();
        var here = mine.Where(entry => path.StartsWith(entry.Path, StringComparison.Ordinal)).MaxBy(entry => entry.Path.Length);
        return new(
            actor.Name,
            actor.Initials,
            [.. actor.Organisations.Select(organisation => organisation.Name)],
            [.. mine.Select(entry => new FrameLink(entry.Path, entry.Text, entry.Icon, entry == here))]
        );
    }

    /// <summary>What this actor may open, the first one first.</summary>
    public static IEnumerable<NavEntry> MineOf(Actor actor, IEnumerable<NavEntry> entries) =>
        entries.Where(entry => actor.SecondFactor && entry.IsFor(actor)).OrderBy(entry => entry.Order);
}
