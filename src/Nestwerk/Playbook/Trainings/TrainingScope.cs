using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Playbook.Trainings;

/// <summary>A training with the house that gives it.</summary>
public sealed record TrainingRow(Training Training, string House);

/// <summary>The way to trainings: all staff see which exist, who followed one is for herself and for who looks after the people of her house.</summary>
public sealed class TrainingScope(NestwerkDb db, BookScope books, Actor actor, HouseClock clock)
{
    /// <summary>The houses for which she may describe trainings.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Houses => Reach(DataClass.Public);

    /// <summary>The houses whose people she looks after.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Looked => Reach(DataClass.Staff);

    public bool MayEdit(Training training) => Houses.Any(house => house.Id == training.OrganisationId);

    public async Task<IReadOnlyList<TrainingRow>> ListAsync(CancellationToken cancel)
    {
        var rows = await (
            from training in db.Set<Training>().AsNoTracking()
            join house in db.Set<Organisation>() on training.OrganisationId equals house.Id
            select new TrainingRow(training, house.Name)
        ).ToListAsync(cancel);
        return
        [
            .. rows.OrderBy(row => row.Training.RetiredAt is not null)
                .ThenBy(row => row.Training.Title.Here(), StringComparer.CurrentCulture),
        ];
    }

    public Task<Training?> FindAsync(Guid id, CancellationToken cancel) =>
        db.Set<Training>().SingleOrDefaultAsync(training => training.Id == id, cancel);

    /// <summary>What she followed herself, newest first.</summary>
    public Task<List<TrainingFollowed>> MineAsync(CancellationToken cancel)
    {
        var me = actor.PersonId;
        return db.Set<TrainingFollowed>().Where(each => each.PersonId == me).OrderByDescending(each => each.On).ToListAsync(cancel);
    }

    /// <summary>Who of her own houses works there today and followed which training; names stay with who may see them.</summary>
    public async Task<IReadOnlyList<TrainingFollowed>> OfMyHousesAsync(CancellationToken cancel)
    {
        var houses = actor.Organisations.Select(house => house.Id).ToList();
        return await Working(db.Set<TrainingFollowed>().AsNoTracking(), houses).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<TrainingFollowed>> FollowedAtAsync(Guid training, Guid house, CancellationToken cancel) =>
        await Working(db.Set<TrainingFollowed>().Where(each => each.TrainingId == training), [house]).ToListAsync(cancel);

    /// <summary>The trainings a book asks for, and one recipe of it when that is named.</summary>
    public Task<List<Training>> AskedByAsync(Guid book, Guid? recipe, CancellationToken cancel) =>
        db.Set<Training>()
            .AsNoTracking()
            .Where(training =>
                db.Set<TrainingAsked>()
                    .Any(asked => asked.TrainingId == training.Id && (asked.BookId == book || (recipe != null && asked.RecipeId == recipe)))
            )
            .OrderBy(training => training.Id)
            .ToListAsync(cancel);

    public Task<List<TrainingAsked>> AskedAsync(Guid? book, Guid? recipe, CancellationToken cancel) =>
        db.Set<TrainingAsked>().Where(asked => asked.BookId == book && asked.RecipeId == recipe).ToListAsync(cancel);

    /// <summary>What the composer must know of trainings: which are asked by the sessions of a plan, and what its givers followed.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsAsync(PlanView view, CancellationToken cancel)
    {
        var recipes = view.Blocks.Select(block => block.View.Block.RecipeId).OfType<Guid>().Distinct().ToList();
        var asked = recipes.Count == 0 ? [] : await AskersAsync(recipes, cancel);
        if (asked.Count == 0)
            return [];
        var people = view.Plan.CoFacilitators.Select(person => person.PersonId).Append(view.Plan.AuthorId).ToList();
        var trainings = asked.Select(each => each.Training.Id).ToList();
        var followed = await db.Set<TrainingFollowed>()
            .AsNoTracking()
            .Where(each => people.Contains(each.PersonId) && trainings.Contains(each.TrainingId))
            .ToListAsync(cancel);
        var days = followed.ToLookup(each => each.TrainingId, each => each.On);
        var facts = asked.Select(each => new TrainingFact(
            each.Book ?? view.Blocks.First(block => block.View.Block.RecipeId == each.Recipe).View.Recipe!.Title,
            each.Training.Title,
            each.Training.RenewAfterMonths,
            [.. days[each.Training.Id]]
        ));
        return [.. TrainingRules.Look(facts, view.Facts.Date, clock.Today)];
    }

    sealed record Asker(Training Training, Guid? Recipe, Words? Book);

    async Task<IReadOnlyList<Asker>> AskersAsync(List<Guid> recipes, CancellationToken cancel)
    {
        var asked =
            from each in db.Set<TrainingAsked>().AsNoTracking()
            join training in db.Set<Training>() on each.TrainingId equals training.Id
            select new
            {
                each.RecipeId,
                each.BookId,
                Training = training,
            };
        var byRecipe = await asked.Where(each => each.RecipeId != null && recipes.Contains(each.RecipeId.Value)).ToListAsync(cancel);
        var byBook = await (
            from each in asked
            join book in db.Set<Book>() on each.BookId equals book.Id
            where db.Set<Recipe>().Any(recipe => recipe.BookId == book.Id && recipes.Contains(recipe.Id))
            select new { each.Training, book.Title }
        ).ToListAsync(cancel);
        return
        [
            .. byBook.Select(each => new Asker(each.Training, null, each.Title)),
            .. byRecipe.Select(each => new Asker(each.Training, each.RecipeId, null)),
        ];
    }

    /// <summary>The title of a book or recipe that she may change; null when it is not hers.</summary>
    public async Task<Words?> EditableTitleAsync(Guid? book, Guid? recipe, CancellationToken cancel) =>
        (book, recipe) switch
        {
            ({ } id, null) => (await books.EditableBooks().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancel))?.Title,
            (null, { } id) => (
                await books.Editable().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id && each.DeletedAt == null, cancel)
            )
                ?.Draft
                .Title,
            _ => null,
        };

    IQueryable<TrainingFollowed> Working(IQueryable<TrainingFollowed> followed, IReadOnlyCollection<Guid> houses)
    {
        var today = clock.Today;
        return followed.Where(each =>
            db.Set<Appointment>()
                .Any(post =>
                    post.PersonId == each.PersonId
                    && houses.Contains(post.OrganisationId)
                    && post.From <= today
                    && (post.Until == null || today <= post.Until)
                )
        );
    }

    IReadOnlyList<(Guid Id, string Name)> Reach(DataClass data)
    {
        var reach = AccessPolicy.Reach(actor, data, Act.Write);
        return [.. actor.Organisations.Where(house => reach.Contains(house.Id))];
    }
}
