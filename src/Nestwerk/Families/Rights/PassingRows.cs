using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Families.Entering;
using Nestwerk.Families.Sending;
using Nestwerk.Shared;

namespace Nestwerk.Families.Rights;

/// <summary>
/// Rows that only pass: messages that left, visits that ended, reminders. Their clock runs from their own end and not from that of what
/// stands beside a family; those of one family go together.
/// </summary>
public sealed class PassingRows(NestwerkDb db, NestwerkOptions options, HouseClock clock)
{
    static readonly Term[] Kinds = [Term.Message, Term.Session, Term.Reminder];

    RetentionOptions Terms => options.Retention;

    /// <summary>What is over at a moment: apart what is over now.</summary>
    public async Task<IEnumerable<Due>> DueAsync(DateTime until, CancellationToken cancel)
    {
        var now = clock.Utc;
        var all = new List<Due>();
        foreach (var term in Kinds)
            all.AddRange((await RowsAsync(term, null, cancel)).Select(row => new Due(term, row.Family, row.Id, row.Over)));
        return all.Where(due => due.On <= until)
            .GroupBy(due => (due.Term, due.FamilyId, IsOver: due.On <= now))
            .Select(group => new Due(group.Key.Term, group.Key.FamilyId, null, group.Min(due => due.On)) { Count = group.Count() });
    }

    /// <summary>In the running transaction: all of this kind in this family that is over now.</summary>
    /// <returns>How many went.</returns>
    public async Task<int> ForgetAsync(Due due, CancellationToken cancel)
    {
        var over = (await RowsAsync(due.Term, due.FamilyId, cancel)).Where(row => row.Over <= clock.Utc).Select(row => row.Id).ToList();
        db.RemoveRange(
            due.Term switch
            {
                Term.Message => await db.Set<FamilyMessage>().Where(row => over.Contains(row.Id)).ToListAsync(cancel),
                Term.Session => await db.Set<ParentSession>().Where(row => over.Contains(row.Id)).ToListAsync(cancel),
                _ => (IEnumerable<object>)await db.Set<AskAgain>().Where(row => over.Contains(row.Id)).ToListAsync(cancel),
            }
        );
        return over.Count;
    }

    /// <param name="term">Of which kind.</param>
    /// <param name="only">One family; null for all.</param>
    /// <param name="cancel">Stops it.</param>
    async Task<IEnumerable<Passing>> RowsAsync(Term term, Guid? only, CancellationToken cancel)
    {
        var messages = db.Set<FamilyMessage>()
            .Where(row => (row.SentAt != null || row.GivenUpAt != null) && (only == null || row.FamilyId == only));
        var sessions = db.Set<ParentSession>().Where(row => only == null || row.FamilyId == only);
        return term switch
        {
            Term.Message => (await messages.AsNoTracking().ToListAsync(cancel)).Select(Of),
            Term.Session => (await sessions.AsNoTracking().ToListAsync(cancel)).Select(Of),
            _ => (await db.Set<AskAgain>().AsNoTracking().ToListAsync(cancel)).Select(Of),
        };
    }

    Passing Of(FamilyMessage row)
    {
        var over = (row.SentAt ?? row.GivenUpAt)!.Value.AddMonths(Terms.MessageMonths);
        return new(row.FamilyId, row.Id, over < row.LinkUntil ? row.LinkUntil : over);
    }

    Passing Of(ParentSession row) => new(row.FamilyId, row.Id, (row.EndedAt ?? row.Until).AddMonths(Terms.SessionMonths));

    Passing Of(AskAgain row) =>
        new(Guid.Empty, row.Id, (row.DoneAt ?? clock.ToUtc(row.On.ToDateTime(TimeOnly.MinValue))).AddMonths(Terms.ReminderMonths));

    sealed record Passing(Guid Family, Guid Id, DateTime Over);
}
