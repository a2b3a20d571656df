using Microsoft.AspNetCore.Authorization;
using Nestwerk.Access;
using Nestwerk.Families.Tongues;
using Nestwerk.Shared;

namespace Nestwerk.Families.My;

/// <summary>Who looked and when, in words.</summary>
[Authorize(Policy = Policies.Parent)]
public sealed class LooksModel(P p, MyDesk desk, LookBook looks, AuditTrail audit, HouseClock clock) : MyPage(p, desk)
{
    /// <summary>Newest day first, and so within a day.</summary>
    public IReadOnlyList<IReadOnlyList<Look>> Days { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await audit.ReadAsync("my.looks-read", [Desk.Me.FamilyId], DataClasses.None, cancel);
        Days = [.. (await looks.ReadAsync(cancel)).GroupBy(look => DateOnly.FromDateTime(clock.Local(look.At))).Select(day => day.ToList())];
    }
}
