using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access.Trail;

public enum AuditFault
{
    /// <summary>A row is not the one that was sealed, or stands in another place.</summary>
    Changed,

    /// <summary>One or more rows are gone between two others, or at the beginning.</summary>
    Missing,

    /// <summary>The trail ends before a head that was written down outside the database.</summary>
    Cut,

    /// <summary>The trail does not go through a head that was written down outside the database.</summary>
    Rewritten,

    /// <summary>Rows are sealed, and the key is not there.</summary>
    KeyGone,

    /// <summary>A row waits for its seal for more than a minute.</summary>
    Waiting,
}

/// <param name="Sequence">The place in the chain; 0 when it is about none.</param>
public sealed record AuditProblem(AuditFault Fault, long Sequence);

/// <param name="Rows">How many sealed rows were looked at.</param>
/// <param name="Heads">How many heads outside the database they were held against.</param>
public sealed record AuditReport(long Rows, int Heads, ChainHead Head, IReadOnlyList<AuditProblem> Problems);

/// <summary>Looks at every row of the trail and holds it against its seal and against the heads outside the database. Changes nothing.</summary>
public sealed class AuditVerifier(NestwerkDb db, HouseSecrets secrets, HeadFile heads, HouseClock clock)
{
    const int PerBatch = 5000;

    /// <summary>After so many, more would say nothing new.</summary>
    const int MostProblems = 1000;

    public async Task<AuditReport> RunAsync(CancellationToken cancel)
    {
        var walk = new ChainWalk(await secrets.FindAsync(AuditChain.Secret, cancel), Expected());
        for (var last = long.MinValue; walk.Problems.Count < MostProblems; )
        {
            var places = await PlacesAsync(last, cancel);
            if (places.Count == 0)
                break;
            await WalkAsync(walk, places, cancel);
            last = places[^1];
        }
        walk.End();
        foreach (var place in await OddAsync(cancel))
            walk.Say(AuditFault.Changed, place);
        if ((await AuditState.LookAsync(db, heads, cancel)).IsLate(clock.Utc))
            walk.Say(AuditFault.Waiting, 0);
        return new(walk.Rows, walk.HeadsHeld, walk.Head, [.. walk.Problems.Distinct().OrderBy(problem => problem.Sequence)]);
    }

    /// <summary>All heads that must be on the way; those that a restored backup knowingly lost are left out.</summary>
    List<KeptHead> Expected()
    {
        var all = heads.All().Concat(heads.Now() is { } now ? [now] : []).ToList();
        var restored = all.FindLastIndex(kept => kept.Restored);
        return restored < 0 ? all : [.. all.Where((kept, at) => at >= restored || kept.Head.Sequence <= all[restored].Head.Sequence)];
    }

    Task<List<long>> PlacesAsync(long after, CancellationToken cancel) =>
        db.Set<AuditRow>()
            .Where(row => row.Sequence > after)
            .OrderBy(row => row.Sequence)
            .Select(row => row.Sequence!.Value)
            .Take(PerBatch)
            .ToListAsync(cancel);

    async Task WalkAsync(ChainWalk walk, List<long> places, CancellationToken cancel)
    {
        var (from, to) = (places[0], places[^1]);
        try
        {
            var rows = db.Set<AuditRow>().AsNoTracking().Where(row => row.Sequence >= from && row.Sequence <= to);
            foreach (var row in await rows.OrderBy(row => row.Sequence).ToListAsync(cancel))
                walk.Step(row);
        }
        catch (Exception unreadable)
            when (unreadable is FormatException or InvalidOperationException or InvalidCastException or OverflowException)
        {
            foreach (var place in places.Where(place => place > walk.Head.Sequence))
                walk.Step(await OneAsync(place, cancel), place);
        }
    }

    /// <returns>Null when what stands there cannot even be read.</returns>
    async Task<AuditRow?> OneAsync(long place, CancellationToken cancel)
    {
        try
        {
            return await db.Set<AuditRow>().AsNoTracking().SingleAsync(row => row.Sequence == place, cancel);
        }
        catch (Exception unreadable)
            when (unreadable is FormatException or InvalidOperationException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>SQLite compares an id by its letters: written small it reads the same and is never found again.</summary>
    async Task<List<long>> OddAsync(CancellationToken cancel) =>
        db is not SqliteDb
            ? []
            : await db
                .Database.SqlQuery<long>(
                    $"""
                    SELECT "Sequence" AS "Value" FROM "Audit" WHERE "Sequence" IS NOT NULL AND (
                      "Id" || "PersonId" || "SubjectId" || coalesce("OfFamily", '') || coalesce("AtOrganisation", '') || coalesce("SessionId", '')
                        GLOB '*[a-z]*' OR typeof("At") <> 'text' OR typeof("Classes") <> 'integer')
                    """
                )
                .ToListAsync(cancel);

    /// <summary>What was found, for whoever sits at the keyboard.</summary>
    public static string Words(AuditProblem problem)
    {
        var place = problem.Sequence.ToString(CultureInfo.InvariantCulture);
        return problem.Fault switch
        {
            AuditFault.Changed => $"Row {place} is not the one that was sealed there.",
            AuditFault.Missing => $"Rows are missing just before row {place}.",
            AuditFault.Cut => $"The trail is cut short: a head outside the database says that it once went on to row {place}.",
            AuditFault.Rewritten => $"The trail was written anew: row {place} is not the one of the head outside the database.",
            AuditFault.KeyGone => "Rows are sealed, and the key they were sealed with is not there.",
            _ => "A row waits for its seal for more than a minute: is a server running?",
        };
    }
}
