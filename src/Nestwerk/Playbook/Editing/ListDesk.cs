using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Editing;

/// <summary>Changes the lists that editors own. What uses an entry keeps its id, so a new name shows everywhere.</summary>
public sealed class ListDesk(NestwerkDb db)
{
    const int LongestId = 50;

    /// <summary>Every entry of a list, in order; null when there is no such list.</summary>
    public async Task<IReadOnlyList<ListEntry>?> ReadAsync(string kind, CancellationToken cancel) =>
        kind switch
        {
            nameof(Lists.Themes) => await AllAsync<Theme>(cancel),
            nameof(Lists.Goals) => await AllAsync<Goal>(cancel),
            nameof(Lists.Settings) => await AllAsync<Setting>(cancel),
            _ => null,
        };

    /// <summary>Renames in one step, and only while the name is still what it was: nobody writes over a colleague unseen.</summary>
    /// <returns>Whether it was still that.</returns>
    public async Task<bool> RenameAsync(ListEntry entry, Words was, Words name, CancellationToken cancel) =>
        entry switch
        {
            Theme => await RenameAsync<Theme>(entry.Id, was, name, cancel),
            Goal => await RenameAsync<Goal>(entry.Id, was, name, cancel),
            _ => await RenameAsync<Setting>(entry.Id, was, name, cancel),
        };

    public void Add(string kind, IReadOnlyList<ListEntry> list, Words name)
    {
        var (id, position) = (NewId(list, name), list.Count == 0 ? 0 : list.Max(entry => entry.Position) + 1);
        db.Add<ListEntry>(
            kind switch
            {
                nameof(Lists.Themes) => new Theme
                {
                    Id = id,
                    Name = name,
                    Position = position,
                },
                nameof(Lists.Goals) => new Goal
                {
                    Id = id,
                    Name = name,
                    Position = position,
                },
                _ => new Setting
                {
                    Id = id,
                    Name = name,
                    Position = position,
                },
            }
        );
    }

    /// <param name="list">In order.</param>
    /// <param name="entry">One of them.</param>
    /// <param name="step">-1 is up, 1 is down; over the edge stays where it is.</param>
    public static bool Move(IReadOnlyList<ListEntry> list, ListEntry entry, int step)
    {
        var order = list.ToList();
        var place = order.IndexOf(entry) + step;
        if (place < 0 || place >= order.Count)
            return false;
        order.Remove(entry);
        order.Insert(place, entry);
        for (var i = 0; i < order.Count; i++)
            order[i].Position = i;
        return true;
    }

    public static bool Has(IReadOnlyList<ListEntry> list, Words name, string? except = null) =>
        Languages.All.Any(language =>
            name.Exactly(language) is { } word
            && list.Any(entry => entry.Id != except && Folding.Fold(entry.Name.Exactly(language)) == Folding.Fold(word))
        );

    async Task<IReadOnlyList<ListEntry>> AllAsync<TEntry>(CancellationToken cancel)
        where TEntry : ListEntry => await db.Set<TEntry>().OrderBy(entry => entry.Position).ToListAsync(cancel);

    async Task<bool> RenameAsync<TEntry>(string id, Words was, Words name, CancellationToken cancel)
        where TEntry : ListEntry =>
        await db.Set<TEntry>()
            .Where(entry => entry.Id == id && entry.Name.Nl == was.Nl && entry.Name.Fr == was.Fr && entry.Name.En == was.En)
            .ExecuteUpdateAsync(
                change =>
                    change
                        .SetProperty(entry => entry.Name.Nl, name.Nl)
                        .SetProperty(entry => entry.Name.Fr, name.Fr)
                        .SetProperty(entry => entry.Name.En, name.En),
                cancel
            ) > 0;

    static string NewId(IReadOnlyList<ListEntry> list, Words name)
    {
        var words = Folding
            .Fold(name.En ?? name.Nl ?? name.Fr)
            .Split(' ')
            .Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit)));
        var slug = string.Join('-', words.Where(word => word.Length > 0));
        slug = slug.Length == 0 ? "entry" : slug[..Math.Min(slug.Length, LongestId)].TrimEnd('-');
        return list.All(entry => entry.Id != slug)
            ? slug
            : Enumerable.Range(2, list.Count).Select(number => $"{slug}-{number}").First(id => list.All(entry => entry.Id != id));
    }
}
