using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Together;

/// <summary>A recipe that wants to be read, again or for the first time.</summary>
public sealed record RereadLine(Guid Recipe, Words Title, DateOnly? AgainBefore, ReadAgainState State);

/// <summary>What in the books of this editor wants to be read through.</summary>
public sealed class Rereading(NestwerkDb db, BookScope books, HouseClock clock)
{
    public async Task<IReadOnlyList<RereadLine>> ListAsync(CancellationToken cancel)
    {
        var rows = await (
            from version in books.InUse().AsNoTracking()
            where books.Editable().Any(recipe => recipe.Id == version.RecipeId)
            select new
            {
                version.RecipeId,
                version.Title,
                Last = db.Set<ReadThrough>()
                    .Where(read => read.RecipeId == version.RecipeId && read.Number == version.Number)
                    .OrderByDescending(read => read.On)
                    .ThenByDescending(read => read.Id)
                    .Select(read => (DateOnly?)read.AgainBefore)
                    .FirstOrDefault(),
            }
        ).ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new RereadLine(row.RecipeId, row.Title, row.Last, ReadAgainRules.State(row.Last, clock.Today)))
                .Where(line => line.State != ReadAgainState.Fine)
                .OrderBy(line => line.AgainBefore ?? DateOnly.MaxValue)
                .ThenBy(line => line.Title.Here(), StringComparer.CurrentCulture),
        ];
    }
}
