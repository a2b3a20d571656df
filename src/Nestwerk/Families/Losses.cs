using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>One act, by somebody she trusts: from then on nothing comes by itself any more.</summary>
public sealed class Losses(NestwerkDb db, Actor actor, AuditTrail audit, HouseClock clock)
{
    /// <param name="child">The child it is about; null when none was written down.</param>
    /// <param name="words">Who is told, and in which words: hers.</param>
    public Quiet Keep(Circle circle, Loss loss, FamilyMember? child, string? words)
    {
        var row = new Quiet
        {
            FamilyId = circle.FamilyId,
            Id = Ids.New(),
            MemberId = child?.Id,
            Since = clock.Utc,
            By = actor.PersonId,
        };
        row.Say(loss, words, circle.Seal);
        if (child is { IsParent: false })
            child.LeftAt ??= clock.Utc;
        db.Add(row);
        audit.WroteOf(circle.FamilyId, "family.quieted", row.Id);
        return row;
    }

    /// <summary>She says that things may come again. What happened stays written; nothing that was missed comes after all.</summary>
    public async Task<bool> ReopenAsync(Guid family, CancellationToken cancel)
    {
        var open = await db.Set<Quiet>().Where(quiet => quiet.FamilyId == family && quiet.ReopenedAt == null).ToListAsync(cancel);
        foreach (var quiet in open)
        {
            quiet.Reopen(actor.PersonId, clock.Utc);
            audit.WroteOf(family, "family.reopened", quiet.Id);
        }
        return open.Count > 0;
    }
}

/// <summary>
/// Asked by everything that comes by itself: reminders, due dates, measures, conversions, congratulations. Nothing of that reaches,
/// counts or shows a quiet family.
/// </summary>
public sealed class QuietFamilies(NestwerkDb db)
{
    IQueryable<Quiet> Now => db.Set<Quiet>().Where(quiet => quiet.ReopenedAt == null);

    public Task<bool> IsQuietAsync(Guid family, CancellationToken cancel) => Now.AnyAsync(quiet => quiet.FamilyId == family, cancel);

    /// <summary>Those of these families that are quiet.</summary>
    public async Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> families, CancellationToken cancel) =>
        (await Now.Where(quiet => families.Contains(quiet.FamilyId)).Select(quiet => quiet.FamilyId).ToListAsync(cancel)).ToHashSet();

    /// <summary>Rows of families for whom something may come by itself, as part of the question.</summary>
    public IQueryable<TRow> Filter<TRow>(IQueryable<TRow> rows)
        where TRow : class
    {
        var quiet = Now;
        return rows.Where(row => !quiet.Any(each => each.FamilyId == EF.Property<Guid>(row, nameof(Quiet.FamilyId))));
    }
}
