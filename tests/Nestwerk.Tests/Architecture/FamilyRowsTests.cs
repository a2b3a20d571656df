namespace Nestwerk.Tests.Architecture;

public sealed class FamilyRowsTests
{
    [Fact]
    public void Rows_about_families_are_asked_for_through_the_scope_only() =>
        Verdict.Clean(FamilyRows.PastTheScope(Sources.Files(".cs", ".cshtml")));

    [Fact]
    public void No_page_asks_as_the_product_itself() => Verdict.Clean(FamilyRows.PagesOnTheirOwn(Sources.Files(".cs", ".cshtml")));

    [Fact]
    public void Every_row_about_a_family_says_how_private_it_is() => Verdict.Clean(FamilyRows.WithoutClass(FamilyRows.Types));

    [Theory]
    [InlineData("var notes = db.Set<CareNote>();")]
    [InlineData("await db.FindAsync<FamilyMember>(id);")]
    [InlineData("where TRow : IFamilyRow => db.Set<TRow>();")]
    public void A_way_past_the_scope_is_found(string line) => Assert.Single(FamilyRows.PastTheScope([new("Families/Any.cs", line)]));

    [Theory]
    [InlineData("Access/FamilyScope.cs", "where TRow : IFamilyRow => db.Set<TRow>();")]
    [InlineData("Families/Any.cs", "var relations = db.Set<Relation>();")]
    [InlineData("Families/Any.cs", "// db.Set<CareNote>() would be wrong")]
    public void What_is_no_way_past_it_is_left_alone(string path, string line) => Assert.Empty(FamilyRows.PastTheScope([new(path, line)]));
}
