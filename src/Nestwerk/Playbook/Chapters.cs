using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>A session with its place in a book.</summary>
public sealed record BookSession(int Number, RecipeVersion Version)
{
    public RecipeContent Content => Version.Content;
}

/// <param name="Theme">Null for sessions that have none.</param>
public sealed record Chapter(Theme? Theme, IReadOnlyList<BookSession> Sessions);

/// <summary>Sessions in the order of a book: each once, under the first of its themes, then by title, numbered through. Pure.</summary>
public static class Chapters
{
    public static IReadOnlyList<Chapter> Of(IEnumerable<RecipeVersion> versions, IEnumerable<Theme> themes, string language)
    {
        var order = themes.OrderBy(theme => theme.Position).ToList();
        var number = 0;
        return
        [
            .. versions
                .GroupBy(version => order.FindIndex(theme => version.Themes.Contains(theme.Id)))
                .OrderBy(group => group.Key < 0 ? int.MaxValue : group.Key)
                .Select(group => new Chapter(
                    group.Key < 0 ? null : order[group.Key],
                    [
                        .. group
                            .OrderBy(version => version.Sort.In(language), StringComparer.Ordinal)
                            .Select(version => new BookSession(++number, version)),
                    ]
                )),
        ];
    }
}
