using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>The names of themes, goals and settings, read once per request.</summary>
public sealed class Lists(NestwerkDb db)
{
    public IReadOnlyList<Theme> Themes { get; private set; } = [];
    public IReadOnlyList<Goal> Goals { get; private set; } = [];
    public IReadOnlyList<Setting> Settings { get; private set; } = [];

    public async Task<Lists> LoadAsync(CancellationToken cancel)
    {
        if (Themes.Count > 0)
            return this;
        var all = await Lines<Theme>().Concat(Lines<Goal>()).Concat(Lines<Setting>()).OrderBy(line => line.Position).ToListAsync(cancel);
        Themes = Of(
            all,
            line => new Theme
            {
                Id = line.Id,
                Name = line.Name,
                Position = line.Position,
                Retired = line.Retired,
            }
        );
        Goals = Of(
            all,
            line => new Goal
            {
                Id = line.Id,
                Name = line.Name,
                Position = line.Position,
                Retired = line.Retired,
            }
        );
        Settings = Of(
            all,
            line => new Setting
            {
                Id = line.Id,
                Name = line.Name,
                Position = line.Position,
                Retired = line.Retired,
            }
        );
        return this;
    }

    public string Theme(string id) => Name(Themes, id);

    public string Goal(string id) => Name(Goals, id);

    public string Setting(string id) => Name(Settings, id);

    IQueryable<Line> Lines<TEntry>()
        where TEntry : ListEntry
    {
        var list = typeof(TEntry).Name;
        return db.Set<TEntry>()
            .Select(entry => new Line
            {
                List = list,
                Id = entry.Id,
                Nl = entry.Name.Nl,
                Fr = entry.Name.Fr,
                En = entry.Name.En,
                Position = entry.Position,
                Retired = entry.Retired,
            });
    }

    static List<TEntry> Of<TEntry>(List<Line> all, Func<Line, TEntry> make) =>
        [.. all.Where(line => line.List == typeof(TEntry).Name).Select(make)];

    static string Name<TEntry>(IReadOnlyList<TEntry> entries, string id)
        where TEntry : ListEntry => entries.FirstOrDefault(entry => entry.Id == id)?.Name.Here() ?? id;

    /// <summary>An entry of any list: all three are read with one question.</summary>
    sealed class Line
    {
        public required string List { get; init; }
        public required string Id { get; init; }
        public string? Nl { get; init; }
        public string? Fr { get; init; }
        public string? En { get; init; }
        public required int Position { get; init; }
        public required bool Retired { get; init; }
        public Words Name => new(Nl, Fr, En);
    }
}
