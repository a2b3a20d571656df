using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Playbook.Logbook;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Improving;

/// <summary>How a session went, over every house that gave it.</summary>
/// <param name="Times">In how many logged meetings it was planned.</param>
/// <param name="Givers">How many people wrote those logs: only to know whether a figure would speak about one of them; never shown.</param>
public sealed record SessionUse(Guid Recipe, int Times, int Different, int LeftOut, int Givers)
{
    public Words Title { get; init; } = Words.None;

    /// <summary>Fewer meetings, or all by one person, say more about her than about the session.</summary>
    public const int FewestTimes = 3;
    public const int FewestGivers = 2;

    public bool Speaks => Times >= FewestTimes && Givers >= FewestGivers;
    public int AsPlanned => Times - Different - LeftOut;
}

/// <summary>Figures per session and for the whole book, from the logs of all houses. Never per person, never per house.</summary>
public sealed class Quality(NestwerkDb db)
{
    /// <summary>The sessions of a book that were logged since a day, most given first.</summary>
    public async Task<IReadOnlyList<SessionUse>> OfBookAsync(Guid book, DateOnly since, CancellationToken cancel)
    {
        var uses = await Blocks(since)
            .Where(row => db.Set<Recipe>().Any(recipe => recipe.Id == row.Recipe && recipe.BookId == book))
            .GroupBy(row => row.Recipe)
            .Select(group => new SessionUse(
                group.Key,
                group.Count(),
                group.Count(row => row.Outcome == Outcome.Different),
                group.Count(row => row.Outcome == Outcome.LeftOut),
                group.Select(row => row.Author).Distinct().Count()
            ))
            .ToListAsync(cancel);
        var titles = await TitlesAsync([.. uses.Select(use => use.Recipe)], cancel);
        return
        [
            .. uses.Select(use => use with { Title = titles.GetValueOrDefault(use.Recipe, Words.None) })
                .OrderByDescending(use => use.Times)
                .ThenBy(use => use.Title.Here(), StringComparer.CurrentCulture),
        ];
    }

    Task<Dictionary<Guid, Words>> TitlesAsync(List<Guid> ids, CancellationToken cancel) =>
        db.Set<RecipeVersion>()
            .Where(version => version.IsNewest && ids.Contains(version.RecipeId))
            .Select(version => new { version.RecipeId, version.Title })
            .ToDictionaryAsync(version => version.RecipeId, version => version.Title, cancel);

    /// <summary>Why sessions of a book went differently, most frequent first; only reasons that were given at least three times, by two people.</summary>
    public async Task<IReadOnlyList<(Cause Cause, int Times)>> CausesAsync(Guid book, DateOnly since, CancellationToken cancel)
    {
        var rows = await Blocks(since)
            .Where(row => row.Cause != null && db.Set<Recipe>().Any(recipe => recipe.Id == row.Recipe && recipe.BookId == book))
            .GroupBy(row => row.Cause!.Value)
            .Select(group => new
            {
                Cause = group.Key,
                Times = group.Count(),
                Givers = group.Select(row => row.Author).Distinct().Count(),
            })
            .ToListAsync(cancel);
        return
        [
            .. rows.Where(row => row.Times >= SessionUse.FewestTimes && row.Givers >= SessionUse.FewestGivers)
                .OrderByDescending(row => row.Times)
                .Select(row => (row.Cause, row.Times)),
        ];
    }

    /// <summary>How many meetings were logged with a session of this book.</summary>
    public Task<int> MeetingsAsync(Guid book, DateOnly since, CancellationToken cancel) =>
        Blocks(since)
            .Where(row => db.Set<Recipe>().Any(recipe => recipe.Id == row.Recipe && recipe.BookId == book))
            .Select(row => row.Plan)
            .Distinct()
            .CountAsync(cancel);

    /// <summary>One session, over all its meetings; null while it was never logged.</summary>
    public async Task<SessionUse?> OfSessionAsync(Guid recipe, CancellationToken cancel)
    {
        var rows = await Blocks(DateOnly.MinValue).Where(row => row.Recipe == recipe).ToListAsync(cancel);
        return rows.Count == 0
            ? null
            : new(
                recipe,
                rows.Count,
                rows.Count(row => row.Outcome == Outcome.Different),
                rows.Count(row => row.Outcome == Outcome.LeftOut),
                rows.Select(row => row.Author).Distinct().Count()
            );
    }

    IQueryable<Row> Blocks(DateOnly since) =>
        from block in db.Set<LoggedBlock>()
        join log in db.Set<MeetingLog>() on block.PlanId equals log.PlanId
        join plan in db.Set<MeetingPlan>() on block.PlanId equals plan.Id
        where block.RecipeId != null && plan.DeletedAt == null && log.HeldOn >= since
        select new Row
        {
            Plan = plan.Id,
            Recipe = block.RecipeId!.Value,
            Outcome = block.Outcome,
            Cause = block.Cause,
            Author = log.WrittenBy,
        };

    sealed class Row
    {
        public Guid Plan { get; init; }
        public Guid Recipe { get; init; }
        public Outcome Outcome { get; init; }
        public Cause? Cause { get; init; }
        public Guid Author { get; init; }
    }
}
