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
        db.AddRange(lists.Themes);
        db.AddRange(lists.Goals);
        db.AddRange(lists.Settings);
        await db.SaveChangesAsync(cancel);
    }

    sealed record Lists(IReadOnlyList<Theme> Themes, IReadOnlyList<Goal> Goals, IReadOnlyList<Setting> Settings);
}
