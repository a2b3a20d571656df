using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Playbook;

/// <summary>The only way to meeting plans: through what this actor may see or change.</summary>
public sealed class PlanScope(NestwerkDb db, Actor actor)
{
    /// <summary>The plans she may read, archived ones included, deleted ones not.</summary>
    public IQueryable<MeetingPlan> Readable() => Reach(Act.Read).Where(plan => plan.DeletedAt == null);

    /// <summary>The plans she may change: her own and those she shares, deleted ones included so that they can come back.</summary>
    public IQueryable<MeetingPlan> Editable()
    {
        var me = actor.PersonId;
        return Reach(Act.Write).Where(plan => plan.AuthorId == me || plan.CoFacilitators.Any(person => person.PersonId == me));
    }

    /// <summary>A plan to show, with its blocks; null when there is none for her.</summary>
    public Task<MeetingPlan?> ReadAsync(Guid id, CancellationToken cancel) =>
        Whole(Readable(), past: 1).AsNoTracking().SingleOrDefaultAsync(plan => plan.Id == id, cancel);

    /// <summary>Those of these plans that she may read, with their blocks.</summary>
    public Task<List<MeetingPlan>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        Readable().AsNoTracking().Include(plan => plan.Blocks).Where(plan => ids.Contains(plan.Id)).ToListAsync(cancel);

    /// <summary>A plan to change, with its blocks and the last of its past; null when it is not hers.</summary>
    public Task<MeetingPlan?> ChangeAsync(Guid id, CancellationToken cancel) =>
        Whole(Editable(), past: 2).SingleOrDefaultAsync(plan => plan.Id == id, cancel);

    /// <summary>
    /// How many earlier meetings this group had, and which recipes stood in them. Until a plan belongs to a group,
    /// a group is: the same name in the same organisation, on an earlier day.
    /// </summary>
    public async Task<(int Meetings, HashSet<Guid> Recipes)> DoneBeforeAsync(MeetingPlan plan, DateOnly today, CancellationToken cancel)
    {
        var (title, home, day) = (plan.Title, plan.OrganisationId, plan.Date ?? today);
        if (title.Length == 0)
            return (0, []);
        var earlier = Readable().Where(each => each.Title == title && each.OrganisationId == home && each.Date < day && each.Id != plan.Id);
        var recipes = await earlier.SelectMany(each => each.Blocks).Select(block => block.RecipeId).Distinct().ToListAsync(cancel);
        return (await earlier.CountAsync(cancel), [.. recipes.OfType<Guid>()]);
    }

    public bool MayChange(MeetingPlan plan) => AccessPolicy.May(actor, Act.Write, plan.Held);

    public async Task<PlanView> ViewAsync(MeetingPlan plan, CancellationToken cancel) => (await ViewAsync([plan], cancel))[0];

    /// <summary>Plans with the recipe versions they use, laid out in time.</summary>
    public async Task<IReadOnlyList<PlanView>> ViewAsync(IReadOnlyList<MeetingPlan> plans, CancellationToken cancel)
    {
        var recipes = plans.SelectMany(plan => plan.Blocks).Select(block => block.RecipeId).OfType<Guid>().Distinct().ToList();
        var versions = await db.Set<RecipeVersion>()
            .AsNoTracking()
            .Where(version => recipes.Contains(version.RecipeId))
            .ToDictionaryAsync(version => (version.RecipeId, version.Number), cancel);
        var newest = versions.Values.Where(version => version.IsNewest).ToDictionary(version => version.RecipeId);
        return [.. plans.Select(plan => new PlanView(plan, [.. plan.InOrder().Select(block => View(block, versions, newest))]))];
    }

    static BlockView View(PlanBlock block, Dictionary<(Guid, int), RecipeVersion> versions, Dictionary<Guid, RecipeVersion> newest) =>
        block is { RecipeId: { } recipe, RecipeNumber: { } number }
            ? new()
            {
                Block = block,
                Recipe = versions[(recipe, number)].Content,
                Newer = newest.GetValueOrDefault(recipe) is { } version && version.Number > number ? version : null,
            }
            : new() { Block = block };

    IQueryable<MeetingPlan> Reach(Act act)
    {
        var organisations = AccessPolicy.Reach(actor, DataClass.Working, act);
        return db.Set<MeetingPlan>().Where(plan => organisations.Contains(plan.OrganisationId));
    }

    static IQueryable<MeetingPlan> Whole(IQueryable<MeetingPlan> plans, int past) =>
        plans
            .Include(plan => plan.Blocks)
            .Include(plan => plan.CoFacilitators)
            .Include(plan => plan.Changes.OrderByDescending(change => change.Number).Take(past))
            .AsSplitQuery();
}
