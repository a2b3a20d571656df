using Nestwerk.Playbook;
using Nestwerk.Shared;

namespace Nestwerk.Tests.Playbook;

public sealed class PackingAndGoalsTests
{
    static readonly PlanFacts Nine = new() { Title = "Dinsdag", People = 9 };

    [Fact, Trait("Row", "A8")]
    public void Two_recipes_that_use_balls_make_one_summed_line()
    {
        var breathe = With("Ademen", new Material(new("Zitbal", "Ballon", "Birth ball"), 1, Per.Pair));
        var rock = With("Wiegen", new Material(new("zitbal", "ballon", "birth ball"), 3, Per.Group));

        var line = Assert.Single(PackingList.Of([Plans.View(Nine, breathe, rock)], "nl"));

        Assert.Equal(8, line.Quantity);
        Assert.Equal([("Ademen", 5), ("Wiegen", 3)], line.Uses.Select(use => (use.Block, use.Quantity)));
    }

    [Fact, Trait("Row", "A8")]
    public void Meetings_of_a_week_are_summed_and_the_name_follows_the_language()
    {
        var pens = With("Schrijven", new Material(new("pen", "stylo", "pen"), 1, Per.Person));

        var lines = PackingList.Of([Plans.View(Nine, pens), Plans.View(Nine with { People = 4 }, pens)], "fr");

        var line = Assert.Single(lines);
        Assert.Equal(("stylo", 13), (line.Item, line.Quantity));
    }

    [Theory, Trait("Row", "A8")]
    [InlineData(Per.Group, 0, 2)]
    [InlineData(Per.Group, 30, 2)]
    [InlineData(Per.Person, 7, 14)]
    [InlineData(Per.Pair, 7, 8)]
    [InlineData(Per.Pair, 8, 8)]
    public void A_material_counts_for_the_group_for_each_or_for_each_pair(Per per, int people, int quantity) =>
        Assert.Equal(quantity, new Material(new("x"), 2, per).For(people));

    [Fact]
    public void When_nobody_said_how_many_come_the_line_says_it_counts_for_one()
    {
        var line = Assert.Single(PackingList.Of([Plans.View(new(), With("Schrijven", new Material(new("pen"), 1, Per.Person)))], "nl"));

        Assert.True(Assert.Single(line.Uses).PerUnknownPeople);
    }

    [Fact, Trait("Row", "A3")]
    public void Each_goal_is_listed_with_its_meetings_and_one_that_nobody_works_on_is_there_with_none()
    {
        Goal[] goals = [Goal("informed", 0), Goal("empowered", 1), Goal("referred", 2)];
        var first = Plans.View(Nine, With("a") with { Goals = ["informed", "empowered"] }, With("b") with { Goals = ["informed"] });
        var second = Plans.View(Nine, With("c") with { Goals = ["informed"] });

        var counts = GoalCoverage.Of(goals, [first, second]);

        Assert.Equal([("informed", 2), ("empowered", 1), ("referred", 0)], counts.Select(count => (count.Goal.Id, count.Meetings.Count)));
    }

    static RecipeContent With(string title, params Material[] materials) =>
        Plans.Recipe(new(5, 5, 5)) with
        {
            Title = new(title),
            Materials = materials,
        };

    static Goal Goal(string id, int position) =>
        new()
        {
            Id = id,
            Name = new(id),
            Position = position,
        };
}
