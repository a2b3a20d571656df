using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Compose;

/// <summary>A meeting in the list.</summary>
public sealed record PlanRow(
    Guid Id,
    string Title,
    MeetingKind Kind,
    DateOnly? Date,
    TimeOnly? Start,
    string Place,
    string Author,
    int Minutes,
    bool Ready,
    bool NotReady
)
{
    /// <summary>Whether it was written down how it went.</summary>
    public bool IsLogged { get; init; }
    public bool MayLog { get; init; }
}

/// <summary>The meetings she may see: what comes, what was, what is put away.</summary>
[Authorize(Policy = Policies.Meetings)]
public sealed class PlansModel(PlanScope plans, Logbook.LogScope logs, Colleagues colleagues, HouseClock clock, NestwerkOptions options)
    : PageModel
{
    const int PageSize = 25;

    /// <summary><c>coming</c> (also without a date), <c>past</c> or <c>archive</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Show { get; set; } = "coming";

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>The meeting that was just deleted, so that it can be put back.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Deleted { get; set; }

    public IReadOnlyList<PlanRow> Rows { get; private set; } = [];
    public string? Next { get; private set; }
    public string ThisWeek { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        ThisWeek = $"{ISOWeek.GetYear(today)}-W{ISOWeek.GetWeekOfYear(today):00}";
        var found = await Ordered(plans.Readable(), today).Take(PageSize + 1).Select(plan => plan.Id).ToListAsync(cancel);
        var whole = await plans.ReadAsync([.. found.Take(PageSize)], cancel);
        var views = await plans.ViewAsync(whole, cancel);
        var names = await colleagues.NamesAsync([.. whole.Select(plan => plan.AuthorId).Distinct()], cancel);
        var logged = await logs.LoggedAsync(found, cancel);
        Rows =
        [
            .. views
                .OrderBy(view => found.IndexOf(view.Plan.Id))
                .Select(view => Row(view, names) with { IsLogged = logged.Contains(view.Plan.Id), MayLog = plans.MayChange(view.Plan) }),
        ];
        if (found.Count > PageSize)
            Next = $"{Links.Plans}?show={Show}&after={Rows[^1].Date:yyyy-MM-dd}~{Rows[^1].Id}";
    }

    PlanRow Row(PlanView view, IReadOnlyDictionary<Guid, string> names) =>
        new(
            view.Plan.Id,
            view.Facts.Title,
            view.Facts.Kind,
            view.Facts.Date,
            view.Facts.Start,
            view.Facts.Place,
            names.GetValueOrDefault(view.Plan.AuthorId, ""),
            view.TotalMinutes,
            view.Plan.ReadyAt is not null,
            !PlanRules.IsReady(PlanRules.Look(view, options.Balance))
        );

    IQueryable<MeetingPlan> Ordered(IQueryable<MeetingPlan> all, DateOnly today)
    {
        var late = DateOnly.MaxValue;
        var (date, id) = Cursor();
        return Show switch
        {
            "past" => Older(all.Where(plan => plan.ArchivedAt == null && plan.Date < today), date, id),
            "archive" => Older(all.Where(plan => plan.ArchivedAt != null), date, id),
            _ => all.Where(plan => plan.ArchivedAt == null && (plan.Date == null || plan.Date >= today))
                .Where(plan =>
                    id == null
                    || (plan.Date ?? late) > (date ?? late)
                    || ((plan.Date ?? late) == (date ?? late) && plan.Id.CompareTo(id.Value) > 0)
                )
                .OrderBy(plan => plan.Date ?? late)
                .ThenBy(plan => plan.Id),
        };
    }

    static IQueryable<MeetingPlan> Older(IQueryable<MeetingPlan> all, DateOnly? date, Guid? id)
    {
        var early = DateOnly.MinValue;
        return all.Where(plan =>
                id == null
                || (plan.Date ?? early) < (date ?? early)
                || ((plan.Date ?? early) == (date ?? early) && plan.Id.CompareTo(id.Value) > 0)
            )
            .OrderByDescending(plan => plan.Date ?? early)
            .ThenBy(plan => plan.Id);
    }

    (DateOnly? Date, Guid? Id) Cursor() =>
        After?.Split('~') is [var day, var id] && Guid.TryParse(id, out var last)
            ? (
                DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
                last
            )
            : (null, null);
}
