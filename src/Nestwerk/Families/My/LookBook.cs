using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.My;

/// <summary>One person who looked at her data on one day, or changed something in it.</summary>
public sealed record Look(DateTime At, Face Who, bool Wrote, DataClasses Classes, int Times, bool BrokeGlass);

/// <summary>Reads for her who looked, from the same rows that the protection officer reads. Only people who work here: what others of her family do is theirs.</summary>
public sealed class LookBook(MyDesk desk, NestwerkDb db, Faces faces, HouseClock clock)
{
    const int Most = 400;

    public async Task<IReadOnlyList<Look>> ReadAsync(CancellationToken cancel)
    {
        var facts = await desk.FactsAsync(cancel);
        var (family, mine) = (desk.Me.FamilyId, desk.Mine);
        var rows = db.Set<AuditRow>().AsNoTracking().Where(row => row.OfFamily == family);
        if (MySide.Of(facts, desk.Me, clock.Utc).IsApart)
            rows = rows.Where(row => mine.Contains(row.SubjectId));
        var seen = await rows.Where(row => db.Set<Person>().Any(person => person.Id == row.PersonId))
            .OrderByDescending(row => row.At)
            .Take(Most)
            .ToListAsync(cancel);
        var who = await faces.OfAsync([.. seen.Select(row => row.PersonId).Distinct()], cancel);
        return
        [
            .. seen.GroupBy(row => (DateOnly.FromDateTime(clock.Local(row.At)), row.PersonId, Wrote: !IsReading(row.Event)))
                .Select(group => new Look(
                    group.Max(row => row.At),
                    who[group.Key.PersonId],
                    group.Key.Wrote,
                    group.Aggregate(DataClasses.None, (sum, row) => sum | row.Classes),
                    group.Count(),
                    group.Any(row => facts.Glasses.Any(glass => glass.PersonId == row.PersonId && glass.From <= row.At && row.At < glass.Until))
                ))
                .Where(look => look.Classes != DataClasses.None || look.Wrote)
                .OrderByDescending(look => look.At),
        ];
    }

    /// <summary>Readings are named so: <c>family.read</c>, <c>family.story-read</c>.</summary>
    static bool IsReading(string what) => what.EndsWith("read", StringComparison.Ordinal);
}
