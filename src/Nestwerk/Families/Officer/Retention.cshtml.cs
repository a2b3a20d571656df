using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Families.Rights;
using Nestwerk.Shared;

namespace Nestwerk.Families.Officer;

public sealed record DueLine(Term Term, int Now, int Soon, string First);

/// <summary>The dry run: what will be forgotten, how much and when, without whose it is. Looking changes nothing.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class RetentionModel(NestwerkDb db, OfficerDesk desk, Forgetting forgetting, NestwerkOptions options, HouseClock clock, T t)
    : PageModel
{
    public const int DaysAhead = 30;

    public IReadOnlyList<DueLine> Due { get; private set; } = [];

    public IReadOnlyList<(string Key, int Months)> Terms { get; } =
    [
        ("Group", options.Retention.GroupMonths),
        ("Trajectory", options.Retention.TrajectoryMonths),
        ("Match", options.Retention.MatchMonths),
        ("Referral", options.Retention.ReferralMonths),
        ("Contact", options.Retention.ContactMonths),
        ("Request", options.Retention.RequestMonths),
        ("Message", options.Retention.MessageMonths),
        ("Session", options.Retention.SessionMonths),
        ("Reminder", options.Retention.ReminderMonths),
    ];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.Utc;
        var hers = (
            await db.Set<FamilyKey>().Where(key => desk.Houses.Contains(key.ControllerId)).Select(key => key.FamilyId).ToListAsync(cancel)
        ).ToHashSet();
        var due = (await forgetting.DueAsync(now.AddDays(DaysAhead), cancel)).Where(each =>
            each.FamilyId == Guid.Empty || hers.Contains(each.FamilyId)
        );
        Due =
        [
            .. due.GroupBy(each => each.Term)
                .OrderBy(term => term.Key)
                .Select(term => new DueLine(
                    term.Key,
                    term.Where(each => each.On <= now).Sum(each => each.Count),
                    term.Where(each => each.On > now).Sum(each => each.Count),
                    t.FullDay(term.Min(each => each.On))
                )),
        ];
    }
}
