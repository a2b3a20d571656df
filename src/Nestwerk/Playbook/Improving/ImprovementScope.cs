using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Improving;

/// <summary>The way to improvements: editors see those on their books, colleagues those their own house brought.</summary>
public sealed class ImprovementScope(NestwerkDb db, BookScope books, Actor actor, AuditTrail audit)
{
    /// <summary>Those on her own books: to decide.</summary>
    public IQueryable<Improvement> ToDecide() =>
        Whole().Where(improvement => books.Editable().Any(recipe => recipe.Id == improvement.RecipeId && recipe.DeletedAt == null));

    /// <summary>Those her own house brought.</summary>
    public IQueryable<Improvement> Brought()
    {
        var home = actor.Organisations.Select(each => each.Id).ToArray();
        return Reads() ? Whole().Where(improvement => home.Contains(improvement.OrganisationId)) : Whole().Where(_ => false);
    }

    /// <summary>Both, once each.</summary>
    public IQueryable<Improvement> Readable()
    {
        var home = Reads() ? actor.Organisations.Select(each => each.Id).ToArray() : [];
        return Whole()
            .Where(improvement =>
                home.Contains(improvement.OrganisationId) || books.Editable().Any(recipe => recipe.Id == improvement.RecipeId)
            );
    }

    public Task<List<Improvement>> FromMeetingAsync(Guid plan, CancellationToken cancel) =>
        Readable().AsNoTracking().Where(improvement => improvement.PlanId == plan).ToListAsync(cancel);

    /// <summary>Accepted for a recipe and in no version yet.</summary>
    public Task<List<Improvement>> WaitingAsync(Guid recipe, CancellationToken cancel) =>
        ToDecide()
            .Where(improvement => improvement.RecipeId == recipe && improvement.MadeIn == null)
            .Where(improvement => improvement.Verdicts.OrderByDescending(each => each.Number).First().Ruling == Ruling.Accepted)
            .OrderBy(improvement => improvement.ProposedAt)
            .ToListAsync(cancel);

    /// <summary>A version that was just made takes up those of the chosen ones that were accepted.</summary>
    public async Task TakeUpAsync(Recipe recipe, IReadOnlyCollection<Guid> chosen, CancellationToken cancel)
    {
        if (chosen.Count == 0)
            return;
        foreach (var improvement in await WaitingAsync(recipe.Id, cancel))
            if (chosen.Contains(improvement.Id) && improvement.TakeUp(recipe.Published))
                audit.Wrote("improvement.made", improvement.Id);
    }

    /// <summary>What each version of a recipe took up, for whoever reads its history: words and house.</summary>
    public async Task<ILookup<int, (string Text, string House)>> MadeAsync(Guid recipe, CancellationToken cancel)
    {
        var made = await (
            from improvement in db.Set<Improvement>()
            join house in db.Set<Organisation>() on improvement.OrganisationId equals house.Id
            where improvement.RecipeId == recipe && improvement.MadeIn != null
            orderby improvement.ProposedAt
            select new
            {
                Number = improvement.MadeIn!.Value,
                improvement.Text,
                House = house.Name,
            }
        ).ToListAsync(cancel);
        return made.ToLookup(each => each.Number, each => (each.Text, each.House));
    }

    /// <summary>Improvements as a list shows them, newest first.</summary>
    public async Task<IReadOnlyList<ImprovementRow>> RowsAsync(IQueryable<Improvement> some, CancellationToken cancel)
    {
        var found = await some.AsNoTracking().OrderByDescending(each => each.ProposedAt).ToListAsync(cancel);
        var (recipes, houses) = (
            found.Select(each => each.RecipeId).Distinct().ToList(),
            found.Select(each => each.OrganisationId).Distinct().ToList()
        );
        var titles = await db.Set<RecipeVersion>()
            .Where(version => version.IsNewest && recipes.Contains(version.RecipeId))
            .Select(version => new { version.RecipeId, version.Title })
            .ToDictionaryAsync(each => each.RecipeId, each => each.Title, cancel);
        var names = await db.Set<Organisation>()
            .Where(each => houses.Contains(each.Id))
            .ToDictionaryAsync(each => each.Id, each => each.Name, cancel);
        return
        [
            .. found.Select(each => new ImprovementRow(
                each,
                titles.GetValueOrDefault(each.RecipeId, Words.None),
                names[each.OrganisationId]
            )),
        ];
    }

    bool Reads() => AccessPolicy.Reach(actor, DataClass.Working, Act.Read).Length > 0;

    IQueryable<Improvement> Whole() => db.Set<Improvement>().Include(improvement => improvement.Verdicts);
}

/// <summary>An improvement with the names around it.</summary>
public sealed record ImprovementRow(Improvement Improvement, Words Session, string House);
