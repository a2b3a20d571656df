using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Sending;

/// <summary>Families she stands beside who are to be called because a message could not be sent.</summary>
[ByItself(Touches.FamiliesUnlessQuiet)]
public sealed class CallAttention(CallList calls, T t) : IAttention
{
    public async Task<IReadOnlyList<Attention>> ForAsync(Actor actor, CancellationToken cancel)
    {
        if (!Policies.StandsBesideFamilies(actor) || await calls.CountAsync(cancel) is not (> 0 and var many))
            return [];
        return [new(many, t.Count("message.attention", many), "", Links.Calls, t["message.attention.verb"]) { IsToday = true, Order = 15 }];
    }
}
