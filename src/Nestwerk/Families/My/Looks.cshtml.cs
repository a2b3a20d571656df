using Microsoft.AspNetCore.Authorization;
using Nestwerk.Access;
using Nestwerk.Families.Tongues;
using Nestwerk.Shared;

namespace Nestwerk.Families.My;

/// <summary>Who looked and when, in words. Only people who work here: what others of her family do is theirs.</summary>
[Authorize(Policy = Policies.Parent)]
public sealed class LooksModel(P p, MyDesk desk, WhoLooked looked, Moves moves, AuditTrail audit, HouseClock clock) : MyPage(p, desk)
{
    /// <summary>Newest day first, and so within a day.</summary>
    public IReadOnlyList<IReadOnlyList<Look>> Days { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await audit.ReadAsync("my.looks-read", [Desk.Me.FamilyId], DataClasses.None, cancel);
        var side = MySide.Of(await Desk.FactsAsync(cancel), Desk.Me, clock.Utc);
        var hers = side.Parties.Select(party => party.Id).ToHashSet();
        var looks = await looked.OfAsync(await moves.EverAsync(Desk.Me.FamilyId, cancel), Desk.Mine, null, cancel);
        Days =
        [
            .. looks
                .Where(look => look.Name is not null && (!side.IsApart || hers.Contains(look.PersonId)))
                .GroupBy(look => clock.Local(look.At).Date)
                .Select(day => day.ToList()),
        ];
    }
}
