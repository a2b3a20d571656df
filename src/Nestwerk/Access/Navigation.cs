using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>A link in the bar, brought by the domain it leads to.</summary>
/// <param name="Order">Smaller stands first.</param>
/// <param name="Text">Text key.</param>
public sealed record NavEntry(int Order, string Path, string Text, string Icon, Func<Actor, bool> IsFor)
{
    /// <summary>Whether it stands in her own menu instead of the bar: looking after the house is not everyday work.</summary>
    public bool IsDesk { get; init; }
}

/// <summary>A link on the public front page.</summary>
/// <param name="Title">The words themselves, in the language of the page.</param>
/// <param name="Text">A line that says what is there.</param>
public sealed record PublicLink(string Path, string Title, string Text);

/// <summary>Brings links to the public front page; each domain with public pages may have one.</summary>
public interface IPublicLinks
{
    Task<IReadOnlyList<PublicLink>> ListAsync(CancellationToken cancel);
}

static class Navigation
{
    /// <summary>At most five links, and only to what this actor may open. The longest path that fits is where she is.</summary>
    public static Frame Around(Actor actor, IEnumerable<NavEntry> entries, string path)
    {
        if (!actor.IsSignedIn)
            return Frame.Visitor;
        var all = MineOf(actor, entries).ToList();
        var mine = all.Where(entry => !entry.IsDesk).ToList();
        var here = all.Where(entry =>
                path == entry.Path || (entry.Path.Length > 1 && path.StartsWith(entry.Path, StringComparison.Ordinal))
            )
            .MaxBy(entry => entry.Path.Length);
        return new(actor.Name, actor.Initials, [.. actor.Organisations.Select(organisation => organisation.Name)], [.. mine.Select(Link)])
        {
            Desk = [.. all.Where(entry => entry.IsDesk).Select(Link)],
            Houses = HousesOf(actor),
            Searches = Policies.IsStaff(actor),
        };

        FrameLink Link(NavEntry entry) => new(entry.Path, entry.Text, entry.Icon, entry == here);
    }

    static IReadOnlyList<FrameHouse> HousesOf(Actor actor)
    {
        var here = actor.Organisations.ToList();
        return actor.Everywhere.Count < 2
            ? []
            : [.. actor.Everywhere.Select(house => new FrameHouse(house.Id, house.Name, here.Count == 1 && here[0].Id == house.Id))];
    }

    /// <summary>What this actor may open, the first one first.</summary>
    public static IEnumerable<NavEntry> MineOf(Actor actor, IEnumerable<NavEntry> entries) =>
        entries.Where(entry => actor.SecondFactor && entry.IsFor(actor)).OrderBy(entry => entry.Order);
}
