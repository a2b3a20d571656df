using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Together;

/// <summary>Where a recipe was adapted from, as far as she may read it.</summary>
/// <param name="Title">Null when she may not, or no longer, read it.</param>
/// <param name="Newest">The number of its newest version.</param>
public sealed record Origin(Guid Recipe, Guid From, int Number, Words? Title, int Newest)
{
    /// <summary>Whether it changed since the version that was followed.</summary>
    public bool HasMoved => Title is not null && Newest > Number;
}

/// <summary>The link between a recipe and the one it was adapted from.</summary>
public sealed class Origins(NestwerkDb db, BookScope books)
{
    /// <returns>Null for a recipe that was not adapted.</returns>
    public async Task<Origin?> OfAsync(Recipe recipe, CancellationToken cancel)
    {
        if (recipe is not { OriginId: { } from, OriginNumber: { } number })
            return null;
        var newest = await Newest().Where(version => version.RecipeId == from).SingleOrDefaultAsync(cancel);
        return new(recipe.Id, from, number, newest?.Title, newest?.Number ?? number);
    }

    /// <summary>Recipes of her books whose origin has a newer version than the one they follow.</summary>
    public async Task<IReadOnlyList<Guid>> MovedAsync(CancellationToken cancel) =>
        await (
            from recipe in books.Editable()
            where recipe.DeletedAt == null && recipe.ArchivedAt == null
            join version in Newest() on recipe.OriginId equals version.RecipeId
            where version.Number > recipe.OriginNumber
            orderby recipe.Id
            select recipe.Id
        ).ToListAsync(cancel);

    public Task<RecipeVersion?> VersionAsync(Guid recipe, int number, CancellationToken cancel) =>
        Readable(db.Set<RecipeVersion>()).SingleOrDefaultAsync(version => version.RecipeId == recipe && version.Number == number, cancel);

    IQueryable<RecipeVersion> Newest() => Readable(db.Set<RecipeVersion>().Where(version => version.IsNewest));

    IQueryable<RecipeVersion> Readable(IQueryable<RecipeVersion> versions) =>
        versions.AsNoTracking().Where(version => books.Readable().Any(recipe => recipe.Id == version.RecipeId && recipe.DeletedAt == null));
}
