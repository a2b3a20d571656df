using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Improving;
using Nestwerk.Playbook.Logbook;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Demo;

/// <summary>A year of meetings that were given and written down in three houses, with what their remarks changed in the book.</summary>
static class DemoLogs
{
    sealed record Given(string House, string Author, string? With, int Day, PlanFacts Facts, IReadOnlyList<string> Blocks, Told Log);

    sealed record Told(int? People, string Worked, string NextTime)
    {
        public IReadOnlyList<Went> Blocks { get; init; } = [];
        public IReadOnlyList<Thought> Reflections { get; init; } = [];
        public IReadOnlyList<Remark> Improvements { get; init; } = [];
    }

    sealed record Went(int At, int Done, Outcome Outcome, Cause? Cause, string? Why);

    sealed record Thought(string By, string Text);

    sealed record Remark(int At, string Text, bool Made)
    {
        public IReadOnlyList<Said> Verdicts { get; init; } = [];
    }

    sealed record Said(int DaysAfter, Ruling Ruling, string Answer);

    sealed record NewVersion(string Recipe, int Day, string ChangeNote, Words Description);

    public static async Task FillAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<NestwerkDb>();
        var clock = services.GetRequiredService<HouseClock>();
        var recipes = await db.Set<Recipe>().Include(recipe => recipe.Versions).ToDictionaryAsync(recipe => recipe.Id, cancel);
        foreach (var version in ContentJson.ReadResource<List<NewVersion>>("data/DemoVersions.data"))
            Publish(recipes[DemoWorld.Recipe(version.Recipe)], version, clock.Utc.AddDays(version.Day));
        foreach (var given in ContentJson.ReadResource<List<Given>>("data/DemoLogs.data"))
            db.AddRange(Rows(given, recipes, clock));
        await db.SaveChangesAsync(cancel);
    }

    static void Publish(Recipe recipe, NewVersion version, DateTime at)
    {
        var tom = DemoWorld.Person("Tom Beeckman");
        recipe.Rewrite(recipe.Draft with { Description = version.Description }, tom, at);
        recipe.Publish(version.ChangeNote, tom, at);
    }

    static IEnumerable<object> Rows(Given given, Dictionary<Guid, Recipe> recipes, HouseClock clock)
    {
        var day = DemoMeetings.Weekday(clock.Today.AddDays(given.Day));
        var evening = clock.Utc.AddDays(day.DayNumber - clock.Today.DayNumber);
        var plan = Plan(given, day, evening, recipes);
        yield return plan;
        var log = Log(given, plan, day, evening, recipes);
        yield return log;
        foreach (var (number, remark) in given.Log.Improvements.Index())
            yield return Improvement(given, remark, number, plan, evening);
    }

    static MeetingPlan Plan(Given given, DateOnly day, DateTime evening, Dictionary<Guid, Recipe> recipes)
    {
        var word = $"{given.House} {given.Facts.Title} {given.Day}";
        var plan = new MeetingPlan
        {
            Id = DemoIds.For("given " + word),
            OrganisationId = DemoWorld.House(given.House),
            AuthorId = DemoWorld.Person(given.Author),
        };
        plan.Begin(given.Facts with { Date = day }, evening.AddDays(-6));
        foreach (var (place, block) in given.Blocks.Index())
            plan.Blocks.Add(DemoMeetings.Block(word, block, place, id => VersionOn(recipes[id], evening)));
        if (given.With is { } with)
            plan.CoFacilitators.Add(new() { PersonId = DemoWorld.Person(with) });
        plan.DeclareReady(evening.AddDays(-2));
        return plan;
    }

    static RecipeVersion VersionOn(Recipe recipe, DateTime day) =>
        recipe.Versions.Where(version => version.PublishedAt <= day).MaxBy(version => version.Number) ?? recipe.Versions[0];

    static MeetingLog Log(Given given, MeetingPlan plan, DateOnly day, DateTime evening, Dictionary<Guid, Recipe> recipes)
    {
        var log = Begin(given, plan, day, evening);
        var views = plan.InOrder().Select(block => new BlockView { Block = block, Recipe = Content(block, recipes) });
        log.Blocks.AddRange(LogRules.Begin(new PlanView(plan, [.. views]), null));
        foreach (var went in given.Log.Blocks)
        {
            var block = log.Blocks[went.At];
            (block.Done, block.Outcome, block.Cause, block.Why) = (went.Done, went.Outcome, went.Cause, went.Why ?? "");
        }
        log.GivenBy(plan, evening);
        foreach (var thought in given.Log.Reflections)
            log.Of(DemoWorld.Person(thought.By))!.Text = thought.Text;
        return log;
    }

    static MeetingLog Begin(Given given, MeetingPlan plan, DateOnly day, DateTime evening) =>
        new()
        {
            PlanId = plan.Id,
            OrganisationId = plan.OrganisationId,
            WrittenBy = plan.AuthorId,
            WrittenAt = evening,
            ChangedAt = evening,
            Revision = 1,
            HeldOn = day,
            People = given.Log.People,
            Worked = given.Log.Worked,
            NextTime = given.Log.NextTime,
        };

    static RecipeContent? Content(PlanBlock block, Dictionary<Guid, Recipe> recipes) =>
        block is { RecipeId: { } id, RecipeNumber: { } number }
            ? recipes[id].Versions.Single(version => version.Number == number).Content
            : null;

    static Improvement Improvement(Given given, Remark remark, int number, MeetingPlan plan, DateTime evening)
    {
        var block = plan.InOrder().ElementAt(remark.At);
        var improvement = new Improvement
        {
            Id = DemoIds.For($"improvement {plan.Id} {number}"),
            RecipeId = block.RecipeId!.Value,
            RecipeNumber = block.RecipeNumber!.Value,
            PlanId = plan.Id,
            OrganisationId = plan.OrganisationId,
            ProposedBy = DemoWorld.Person(given.Author),
            ProposedAt = evening.AddDays(1),
            Text = remark.Text,
        };
        foreach (var said in remark.Verdicts)
            improvement.Decide(said.Ruling, said.Answer, DemoWorld.Person("Tom Beeckman"), evening.AddDays(said.DaysAfter));
        if (remark.Made)
            improvement.TakeUp(2);
        return improvement;
    }
}
