using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>The lists a new instance starts with. From then on they belong to its editors.</summary>
public sealed class FirstLists(IServiceScopeFactory scopes, WriteGate gate)
{
    public async Task EnsureAsync(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        using var turn = await gate.EnterAsync(cancel);
        if (await db.Set<Theme>().AnyAsync(cancel))
            return;
        var lists = ContentJson.ReadResource<Lists>("data/FirstLists.data");
        db.AddRange(
            lists.Themes.Select(
                (entry, at) =>
                    new Theme
                    {
                        Id = entry.Id,
                        Name = entry.Name,
                        Position = at,
                    }
            )
        );
        db.AddRange(
            lists.Goals.Select(
                (entry, at) =>
                    new Goal
                    {
                        Id = entry.Id,
                        Name = entry.Name,
                        Position = at,
                    }
            )
        );
        db.AddRange(
            lists.Settings.Select(
                (entry, at) =>
                    new Setting
                    {
                        Id = entry.Id,
                        Name = entry.Name,
                        Position = at,
                    }
            )
        );
        await db.SaveChangesAsync(cancel);
    }

    sealed record Entry(string Id, Words Name);

    sealed record Lists(IReadOnlyList<Entry> Themes, IReadOnlyList<Entry> Goals, IReadOnlyList<Entry> Settings);
}
