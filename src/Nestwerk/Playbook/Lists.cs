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
        Themes = await ReadAsync<Theme>(cancel);
        Goals = await ReadAsync<Goal>(cancel);
        Settings = await ReadAsync<Setting>(cancel);
        return this;
    }

    public string Theme(string id) => Name(Themes, id);

    public string Goal(string id) => Name(Goals, id);

    public string Setting(string id) => Name(Settings, id);

    Task<List<TEntry>> ReadAsync<TEntry>(CancellationToken cancel)
        where TEntry : ListEntry => db.Set<TEntry>().AsNoTracking().OrderBy(entry => entry.Position).ToListAsync(cancel);

    static string Name<TEntry>(IReadOnlyList<TEntry> entries, string id)
        where TEntry : ListEntry => entries.FirstOrDefault(entry => entry.Id == id)?.Name.Here() ?? id;
}
