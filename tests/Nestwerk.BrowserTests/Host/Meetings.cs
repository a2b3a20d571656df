using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Cli.Demo;
using Nestwerk.Data;
using Nestwerk.Playbook;
using Nestwerk.Shared;

namespace Nestwerk.BrowserTests.Host;

/// <summary>A meeting of its own for each journey, so that no test stands in another's way.</summary>
static class Meetings
{
    public const string Author = "Nele Verhasselt";
    public const string Colleague = "Samira El Idrissi";

    /// <summary>Tuesday evening at seven, ten expectant parents, in a room with a floor to lie on.</summary>
    public static PlanFacts Evening(string title) =>
        new()
        {
            Title = title,
            Audience = Audience.Pregnancy,
            People = 10,
            Start = new(19, 0),
            Place = "Buurthuis De Molenkouter",
            Offers = "room floor",
        };

    /// <summary>A meeting by <see cref="Author"/>, with <see cref="Colleague"/> as its co-facilitator.</summary>
    public static async Task<MeetingPlan> BeginAsync(IServiceProvider services, PlanFacts facts, params PlanBlock[] blocks)
    {
        using var scope = services.CreateScope();
        var plan = new MeetingPlan
        {
            Id = Ids.New(),
            OrganisationId = DemoWorld.House(DemoWorld.Ninove),
            AuthorId = DemoWorld.Person(Author),
        };
        plan.Begin(facts, scope.ServiceProvider.GetRequiredService<HouseClock>().Utc);
        plan.CoFacilitators.Add(new() { PersonId = DemoWorld.Person(Colleague) });
        for (var place = 0; place < blocks.Length; place++)
            blocks[place].Position = place;
        plan.Blocks.AddRange(blocks);
        await KeepAsync(scope.ServiceProvider, plan);
        return plan;
    }

    /// <param name="words">As the recipes are called in the sample book.</param>
    public static async Task<PlanBlock[]> RecipesAsync(IServiceProvider services, params string[] words)
    {
        using var scope = services.CreateScope();
        var ids = words.Select(DemoWorld.Recipe).ToList();
        var versions = await scope
            .ServiceProvider.GetRequiredService<NestwerkDb>()
            .Set<RecipeVersion>()
            .Where(version => ids.Contains(version.RecipeId) && version.IsNewest)
            .ToListAsync();
        return [.. ids.Select(id => PlanBlock.Of(versions.Single(version => version.RecipeId == id)))];
    }

    /// <summary>How many recipes the library shows when nothing is filtered.</summary>
    public static async Task<int> RecipesInUseAsync(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<BookScope>().InUse().CountAsync();
    }

    public static PlanBlock Welcome(int minutes) => Block(BlockKind.Welcome, "Onthaal", minutes);

    public static PlanBlock Pause(int minutes) => Block(BlockKind.Break, "Pauze", minutes);

    /// <summary>A block of her own that counts for one pillar.</summary>
    public static PlanBlock Own(string title, int minutes, Pillar pillar)
    {
        var block = Block(BlockKind.Own, title, minutes);
        block.Text = block.Text with { Pillar = pillar };
        return block;
    }

    static PlanBlock Block(BlockKind kind, string title, int minutes)
    {
        var block = PlanBlock.Of(kind, title);
        block.Minutes = minutes;
        return block;
    }

    static async Task KeepAsync(IServiceProvider services, MeetingPlan plan)
    {
        using var turn = await services.GetRequiredService<WriteGate>().EnterAsync(CancellationToken.None);
        var db = services.GetRequiredService<NestwerkDb>();
        db.Add(plan);
        await db.SaveChangesAsync();
    }
}
