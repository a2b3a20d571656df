using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Paper;

/// <summary>What to bring for one meeting, for chosen ones (<c>?plan=…&amp;plan=…</c>), or for those of a week (<c>?week=2026-W48</c>).</summary>
[Authorize(Policy = Policies.Meetings)]
[About(Subject.Work)]
public sealed partial class PackingModel(PlanScope plans, Actor actor, HouseClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "plan")]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Week { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    public IReadOnlyList<PlanView> Meetings { get; private set; } = [];
    public IReadOnlyList<PackingLine> Lines { get; private set; } = [];
    public DateOnly? Monday { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var found =
            Id is { } one ? await plans.ReadAsync([one], cancel)
            : Chosen.Count > 0 ? await plans.ReadAsync(Chosen, cancel)
            : await OfWeekAsync(cancel);
        if (Id is not null && found.Count == 0)
            return NotFound();
        Meetings = await plans.ViewAsync([.. found.OrderBy(plan => plan.Date)], cancel);
        Lines = PackingList.Of(Meetings, Languages.Current);
        return Page();
    }

    /// <summary>Her own meetings of the week, and those she shares; this week when none was named.</summary>
    async Task<List<MeetingPlan>> OfWeekAsync(CancellationToken cancel)
    {
        var monday = MondayOf(Week) ?? MondayOf(clock.Today);
        Monday = monday;
        var sunday = monday.AddDays(6);
        var me = actor.PersonId;
        var ids = await plans
            .Readable()
            .Where(plan => plan.ArchivedAt == null && monday <= plan.Date && plan.Date <= sunday)
            .Where(plan => plan.AuthorId == me || plan.CoFacilitators.Any(person => person.PersonId == me))
            .Select(plan => plan.Id)
            .ToListAsync(cancel);
        return await plans.ReadAsync(ids, cancel);
    }

    static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    static DateOnly? MondayOf(string? week)
    {
        var match = IsoWeek().Match(week ?? "");
        if (!match.Success)
            return null;
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        var number = int.Parse(match.Groups["week"].Value, CultureInfo.InvariantCulture);
        return year is > 1900 and < 3000 && number >= 1 && number <= ISOWeek.GetWeeksInYear(year)
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday))
            : null;
    }

    [GeneratedRegex(@"^(?<year>\d{4})-W(?<week>\d{2})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex IsoWeek();
}
