using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Playbook.Improving;
using Nestwerk.Playbook.Logbook;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>A meeting that comes, with whom it is given.</summary>
public sealed record ComingMeeting(PlanView Plan, IReadOnlyList<string> With);

/// <summary>What the playbook says about today: what asks for attention, and which meetings come.</summary>
[ByItself(Touches.NoFamily)]
public sealed class PlaybookToday(
    PlanScope plans,
    LogScope logs,
    ImprovementScope improvements,
    Questions questions,
    Colleagues colleagues,
    HouseClock clock,
    T t
) : IAttention
{
    /// <summary>A meeting so many days ahead wants to be ready.</summary>
    const int Soon = 7;

    /// <summary>For so many days an answer is news.</summary>
    const int News = 14;
    const int MostComing = 4;

    public async Task<IReadOnlyList<Attention>> ForAsync(Actor actor, CancellationToken cancel)
    {
        List<Attention?> rows =
        [
            await NotReadyAsync(cancel),
            await ToLogAsync(cancel),
            await ToDecideAsync(cancel),
            await ToTakeUpAsync(cancel),
            await AnsweredAsync(actor, cancel),
            await AskedAsync(cancel),
        ];
        return [.. rows.OfType<Attention>()];
    }

    /// <summary>The next meetings she gives, the nearest first.</summary>
    public async Task<IReadOnlyList<ComingMeeting>> ComingAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var ids = await plans
            .Editable()
            .Where(plan => plan.DeletedAt == null && plan.ArchivedAt == null && plan.Date >= today)
            .OrderBy(plan => plan.Date)
            .ThenBy(plan => plan.Id)
            .Take(MostComing)
            .Select(plan => plan.Id)
            .ToListAsync(cancel);
        var whole = new List<MeetingPlan>();
        foreach (var id in ids)
            whole.Add((await plans.ReadAsync(id, cancel))!);
        var names = await colleagues.NamesAsync([.. whole.SelectMany(Givers).Distinct()], cancel);
        var views = await plans.ViewAsync(whole, cancel);
        return [.. views.Select(view => new ComingMeeting(view, [.. Givers(view.Plan).Select(each => names.GetValueOrDefault(each, ""))]))];

        static IEnumerable<Guid> Givers(MeetingPlan plan) => [plan.AuthorId, .. plan.CoFacilitators.Select(person => person.PersonId)];
    }

    async Task<Attention?> NotReadyAsync(CancellationToken cancel)
    {
        var (today, soon) = (clock.Today, clock.Today.AddDays(Soon));
        var found = await DatesAsync(
            plans
                .Editable()
                .Where(plan => plan.DeletedAt == null && plan.ArchivedAt == null && plan.ReadyAt == null)
                .Where(plan => plan.Date >= today && plan.Date <= soon)
                .OrderBy(plan => plan.Date),
            cancel
        );
        if (found is not [var first, ..])
            return null;
        var link = found.Count == 1 ? Links.Plan(first.Id) : Links.Plans;
        return Row("notReady", found.Count, t["today.firstOne", first.Title, t.Day(first.Day)], link) with { IsToday = true, Order = 20 };
    }

    async Task<Attention?> ToLogAsync(CancellationToken cancel)
    {
        var found = await DatesAsync(logs.WithoutLog(clock.Today).OrderByDescending(plan => plan.Date), cancel);
        if (found is not [var first, ..])
            return null;
        var isFresh = first.Day >= clock.Today.AddDays(-2);
        var detail = t["today.lastOne", first.Title, t.Day(first.Day)];
        return Row("toLog", found.Count, detail, LogLinks.Write(first.Id)) with { IsToday = isFresh, Order = 30 };
    }

    /// <summary>Meetings with a day, as a sentence names them.</summary>
    async Task<IReadOnlyList<(Guid Id, string Title, DateOnly Day)>> DatesAsync(IQueryable<MeetingPlan> some, CancellationToken cancel)
    {
        var found = await some.Select(plan => new
            {
                plan.Id,
                plan.Title,
                plan.Date,
            })
            .ToListAsync(cancel);
        return [.. found.Select(plan => (plan.Id, plan.Title.Length > 0 ? plan.Title : t["plan.untitled"], plan.Date!.Value))];
    }

    async Task<Attention?> ToDecideAsync(CancellationToken cancel)
    {
        var found = await improvements.RowsAsync(
            improvements.ToDecide().Where(each => each.MadeIn == null && each.Verdicts.Count == 0),
            cancel
        );
        if (found.Count == 0)
            return null;
        var sessions = string.Join(", ", found.Select(row => row.Session.Here()).Distinct().Take(3));
        return Row("toDecide", found.Count, sessions, $"{ImprovingLinks.All}?show={ImprovementState.Open}");
    }

    async Task<Attention?> ToTakeUpAsync(CancellationToken cancel)
    {
        var found = await improvements.RowsAsync(
            improvements
                .ToDecide()
                .Where(each =>
                    each.MadeIn == null
                    && each.Verdicts.OrderByDescending(verdict => verdict.Number)
                        .Select(verdict => (Ruling?)verdict.Ruling)
                        .FirstOrDefault() == Ruling.Accepted
                ),
            cancel
        );
        if (found.Count == 0)
            return null;
        var sessions = string.Join(", ", found.Select(row => row.Session.Here()).Distinct().Take(3));
        return Row("toTakeUp", found.Count, sessions, $"{ImprovingLinks.All}?show={ImprovementState.Accepted}") with { Order = 60 };
    }

    async Task<Attention?> AnsweredAsync(Actor actor, CancellationToken cancel)
    {
        var (me, since) = (actor.PersonId, clock.Utc.AddDays(-News));
        var found = await improvements
            .Brought()
            .Where(each => each.ProposedBy == me && each.Verdicts.Any(verdict => verdict.At >= since))
            .Select(each => each.Id)
            .ToListAsync(cancel);
        return found.Count == 0
            ? null
            : Row("answered", found.Count, "", found.Count == 1 ? ImprovingLinks.Improvement(found[0]) : ImprovingLinks.All) with
            {
                Order = 70,
            };
    }

    async Task<Attention?> AskedAsync(CancellationToken cancel) =>
        await questions.WaitingAsync(cancel) is > 0 and var waiting ? Row("asked", waiting, "", Links.Questions) : null;

    Attention Row(string what, int count, string detail, string link) =>
        new(count, t.Count($"today.row.{what}", count), detail, link, t[$"today.do.{what}"]);
}
