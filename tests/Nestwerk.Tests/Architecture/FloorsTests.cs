using System.ComponentModel;
using Nestwerk.Cli.Demo;

namespace Nestwerk.Tests.Architecture;

public sealed class FloorsTests
{
    [Fact]
    public void Arrows_between_types_only_point_down() => Verdict.Clean(Floors.Wrong(typeof(Program).Assembly.GetTypes()));

    [Fact]
    public void Arrows_between_files_only_point_down() => Verdict.Clean(Floors.Wrong(Sources.Files(".cs")));

    [Theory]
    [InlineData("Access", "Playbook", "Access points up to Playbook")]
    [InlineData("Shared", "Cli", "Shared points up to Cli")]
    [InlineData("Playbook", "Families", "Playbook knows its neighbour Families")]
    [InlineData("Today", "Standards", "Today knows its neighbour Standards")]
    [InlineData("Helpers", "Shared", "Helpers stands on no floor")]
    [InlineData("Groups", "Playbook", null)]
    [InlineData("Shared", "Data", null)]
    [InlineData("Cli", "Program", null)]
    public void An_arrow_is_judged_by_its_floors(string from, string to, string? verdict) => Assert.Equal(verdict, Floors.Wrong(from, to));

    [Fact]
    public void A_using_of_a_floor_above_is_found() =>
        Assert.Equal(
            ["Data points up to Access: Data/Bad.cs"],
            Floors.Wrong([new SourceFile("Data/Bad.cs", "using Nestwerk.Access;\nusing Nestwerk.Shared;\n")])
        );

    [Fact]
    public void A_type_is_found_wherever_it_hides()
    {
        var used = References.Of(typeof(Offender)).Select(type => type.Name).ToList();

        Assert.Contains(nameof(DemoMode), used); // a field
        Assert.Contains(nameof(DemoPeople), used); // the body of a method
        Assert.Contains(nameof(DemoPerson), used); // a generic argument
        Assert.Contains(nameof(DescriptionAttribute), used); // an attribute
    }

    [Fact]
    public void A_compiled_view_belongs_to_its_folder() =>
        Assert.Contains(typeof(Program).Assembly.GetTypes(), type => type.Name == "Shared__Layout" && Floors.DomainOf(type) == "Shared");

    sealed class Offender
    {
        readonly DemoMode? mode;

        public Offender(DemoMode? mode) => this.mode = mode;

        [Description("lists")]
        public object? List() => mode is null ? null : DemoPeople.ListAsync(null!, default);
    }
}
