using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>The tasks of whoever something was shared with: it was corrected or erased, look at your own papers.</summary>
public sealed class Mendings(NestwerkDb db, Actor actor)
{
    /// <summary>Hers: under her own name, her teams' and her organisations'.</summary>
    public Task<List<Mending>> MineAsync(CancellationToken cancel)
    {
        var names = actor.Holders;
        return db.Set<Mending>()
            .Where(each => each.DoneAt == null && names.Contains(each.ForId))
            .OrderBy(each => each.At)
            .ToListAsync(cancel);
    }
}

/// <summary>Says that such tasks wait. A quiet family is no exception: nobody of it gets anything from it.</summary>
[ByItself(Touches.SafetyOfFamilies)]
public sealed class MendingAttention(Mendings mendings, T t) : IAttention
{
    public async Task<IReadOnlyList<Attention>> ForAsync(Actor actor, CancellationToken cancel)
    {
        if (!Policies.StandsBesideFamilies(actor))
            return [];
        var mine = await mendings.MineAsync(cancel);
        return mine.Count == 0
            ? []
            : [new(mine.Count, t.Count("attention.mending", mine.Count), "", Links.Mendings, t["attention.mending.verb"]) { Order = 20 }];
    }
}
