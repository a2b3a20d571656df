namespace Nestwerk.Tests.Architecture;

public sealed class BudgetTests
{
    static readonly IReadOnlyList<SourceFile> Written =
    [
        .. Sources
            .Files(".cs", ".cshtml", ".js")
            .Where(file => !file.Path.StartsWith("Data/Migrations/", StringComparison.Ordinal))
            .Where(file => !file.Path.StartsWith("wwwroot/lib/", StringComparison.Ordinal)),
    ];

    [Fact]
    public void No_file_is_longer_than_its_budget()
    {
        TestContext.Current.SendDiagnosticMessage("{0} files, median {1} lines", Written.Count, Budgets.Median(Written));

        Verdict.Clean(Budgets.LongFiles(Written));
    }

    [Fact]
    public void No_method_is_longer_than_its_budget() => Verdict.Clean(Budgets.LongMethods(Methods.In(typeof(Program).Assembly.Location)));

    [Fact]
    public void The_composition_root_fits_on_a_screen() =>
        Assert.InRange(Sources.Files("Program.cs").Single(file => file.Path == "Program.cs").Lines.Count, 1, Budgets.RootLines);

    [Fact]
    public void No_folder_is_deeper_than_its_budget() =>
        Verdict.Clean(Budgets.DeepFiles(Written.Where(file => !file.Path.StartsWith("wwwroot/", StringComparison.Ordinal))));

    [Fact]
    public void The_product_is_built_on_few_packages() =>
        Assert.InRange(Budgets.Packages(Sources.Files("Nestwerk.csproj")[0].Text).Count, 1, Budgets.RuntimePackages);

    [Fact]
    public void Names_are_english() => Verdict.Clean(Budgets.DutchNames(Budgets.Names(typeof(Program).Assembly.GetTypes())));

    [Fact]
    public void The_stylesheet_is_small_and_knows_no_left_or_right()
    {
        var css = Sources.Files("nestwerk.css")[0].Text;

        Assert.InRange(Budgets.Zipped(css), 1, Budgets.StyleBytes);
        Verdict.Clean(Budgets.PhysicalStyles(css));
    }

    [Fact]
    public void A_long_file_is_found_and_the_policy_may_be_longer()
    {
        var lines = string.Concat(Enumerable.Repeat("x\n", 201));

        Assert.Equal(
            ["A.cs: 201 lines"],
            Budgets.LongFiles([new("A.cs", lines), new("Access/AccessPolicy.cs", lines), new("B.cs", "x\n")])
        );
    }

    [Fact]
    public void A_long_method_is_found()
    {
        var own = Methods.In(typeof(BudgetTests).Assembly.Location).ToList();

        Assert.Contains(own, method => method.Where.StartsWith("BudgetTests.cs", StringComparison.Ordinal) && method.Lines == 26);
        Assert.Equal(["Long.cs:1: 26 lines"], Budgets.LongMethods([("Long.cs:1", 26), ("Short.cs:1", 25)]));
    }

    [Fact]
    public void A_deep_file_is_found() =>
        Assert.Equal(["a/b/c/d/E.cs: 4 folders deep"], Budgets.DeepFiles([new("a/b/c/d/E.cs", ""), new("a/b/c/E.cs", "")]));

    [Fact]
    public void A_package_is_counted() =>
        Assert.Equal(["A"], Budgets.Packages("""<Project><ItemGroup><PackageReference Include="A" /></ItemGroup></Project>"""));

    [Fact]
    public void A_dutch_name_is_found() =>
        Assert.Equal(["ZoekNaam", "groep"], Budgets.DutchNames(["ZoekNaam", "groep", "Kind", "BoekhoudingX", "Group"]));

    [Fact]
    public void A_style_that_knows_left_from_right_is_found() =>
        Assert.Equal(
            ["margin-left:", "width:", "text-align: right"],
            Budgets.PhysicalStyles(
                "/* left: */ .a { margin-left: 1px; inline-size: 1px; width:2px; text-align: right } @media (min-width: 10px) { .b { stroke-width: 1px } }"
            )
        );

#pragma warning disable IDE0051 // It is only there to be long.
    static int Long(int x)
    {
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        x++;
        return x;
    }
#pragma warning restore IDE0051
}
