using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

/// <summary>
/// Once a day, removes for good what was deleted more than thirty days ago. A recipe that a meeting still uses,
/// or could come back to by undoing, stays: hidden, with its versions. Questions go a year after their answer.
/// </summary>
[ByItself(Touches.NoFamily)]
public sealed partial class Purge(IServiceScopeFactory scopes, WriteGate gate, TimeProvider time, ILogger<Purge> log) : BackgroundService
{
    /// <summary>How long a deletion can be undone.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    /// <summary>How long a question is kept after its answer; the form promises it.</summary>
    public static readonly TimeSpan KeepsQuestions = TimeSpan.FromDays(365);
    static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <summary>An instance that starts has better things to do first.</summary>
    static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(FirstWait, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            timer.Period = Pause;
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception error)
                when (error is DbUpdateException or System.Data.Common.DbException or TimeoutException or UnavailableException)
            {
                Failed(log, error.GetType().Name);
            }
        }
    }

    /// <returns>How many recipes and plans were removed.</returns>
    public async Task<(int Recipes, int Plans)> RunAsync(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        var audit = scope.ServiceProvider.GetRequiredService<AuditTrail>();
        using var turn = await gate.EnterAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var before = time.GetUtcNow().UtcDateTime - Grace;
        var plans = await PlansAsync(db, audit, before, cancel);
        var recipes = await RecipesAsync(db, audit, before, cancel);
        await Files.FilesPurge.RunAsync(db, audit, time.GetUtcNow().UtcDateTime, cancel);
        await QuestionsAsync(db, audit, time.GetUtcNow().UtcDateTime - KeepsQuestions, cancel);
        await NarrowPasses.SweepAsync(db, time.GetUtcNow().UtcDateTime, cancel);
        await Throttle.SweepAsync(db, time.GetUtcNow().UtcDateTime, cancel);
        await Visit.SweepAsync(db, time.GetUtcNow().UtcDateTime, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        Removed(log, recipes, plans);
        return (recipes, plans);
    }

    static async Task<int> PlansAsync(NestwerkDb db, AuditTrail audit, DateTime before, CancellationToken cancel)
    {
        var old = db.Set<MeetingPlan>().Where(plan => plan.DeletedAt < before);
        foreach (var id in await old.Select(plan => plan.Id).ToListAsync(cancel))
            audit.Wrote("plan.purged", id);
        await SweepPastAsync(db, cancel);
        return await old.ExecuteDeleteAsync(cancel);
    }

    /// <summary>Of the past of a plan, only the changes that can still be undone are kept.</summary>
    static Task<int> SweepPastAsync(NestwerkDb db, CancellationToken cancel) =>
        db.Set<PlanChange>()
            .Where(change =>
                change.Number
                <= db.Set<PlanChange>().Where(other => other.PlanId == change.PlanId).Max(other => other.Number) - MeetingPlan.UndoDepth
            )
            .ExecuteDeleteAsync(cancel);

    static async Task<int> RecipesAsync(NestwerkDb db, AuditTrail audit, DateTime before, CancellationToken cancel)
    {
        var removed = 0;
        foreach (
            var id in await db.Set<Recipe>().Where(recipe => recipe.DeletedAt < before).Select(recipe => recipe.Id).ToListAsync(cancel)
        )
        {
            if (await IsUsedAsync(db, id, cancel) || await Files.FilesPurge.IsShownElsewhereAsync(db, id, cancel))
                continue;
            removed += await db.Set<Recipe>().Where(recipe => recipe.Id == id).ExecuteDeleteAsync(cancel);
            audit.Wrote("recipe.purged", id);
        }
        return removed;
    }

    static async Task QuestionsAsync(NestwerkDb db, AuditTrail audit, DateTime before, CancellationToken cancel)
    {
        var old = db.Set<Question>().Where(question => question.AnsweredAt < before);
        foreach (var id in await old.Select(question => question.Id).ToListAsync(cancel))
            audit.Wrote("question.purged", id);
        await old.ExecuteDeleteAsync(cancel);
    }

    static async Task<bool> IsUsedAsync(NestwerkDb db, Guid id, CancellationToken cancel)
    {
        if (await db.Set<PlanBlock>().AnyAsync(block => block.RecipeId == id, cancel))
            return true;
        var mention = $"%{id}%";
        return await db
                .Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM \"PlanChanges\" WHERE \"Before\" LIKE {mention}")
                .SingleAsync(cancel) > 0;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Purged {Recipes} recipes and {Plans} plans")]
    private static partial void Removed(ILogger logger, int recipes, int plans);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The purge failed and waits for tomorrow: {Error}")]
    private static partial void Failed(ILogger logger, string error);
}
