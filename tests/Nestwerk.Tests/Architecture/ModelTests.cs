using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Architecture;

public abstract class ModelTests(TestHost host) : WebTests(host)
{
    [Fact]
    public async Task The_migrations_make_what_the_classes_say() =>
        Assert.False(await App.InDbAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));

    [Fact]
    public async Task There_is_a_table_for_passkeys() =>
        Assert.Contains(await TablesAsync(), table => table.EndsWith("Passkeys", StringComparison.Ordinal));

    [Fact]
    public async Task No_navigation_crosses_from_one_domain_to_another() =>
        Verdict.Clean(ModelRules.Crossing(await App.InDbAsync(db => Task.FromResult(db.Model))));

    [Fact]
    public async Task Everything_about_a_family_is_keyed_by_the_family_first() =>
        Verdict.Clean(ModelRules.BadFamilyKeys(await App.InDbAsync(db => Task.FromResult(db.Model))));

    [Fact]
    public async Task Every_row_about_a_family_keeps_in_columns_what_decides_about_it() =>
        Verdict.Clean(ModelRules.Undecidable(await App.InDbAsync(db => Task.FromResult(db.Model))));

    Task<List<string>> TablesAsync() =>
        App.InDbAsync(db =>
            db.Database.SqlQueryRaw<string>(
                    db is SqliteDb
                        ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'"
                        : "SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = 'public'"
                )
                .ToListAsync()
        );
}

public sealed class ModelOnSqlite(SqliteHost host) : ModelTests(host), IClassFixture<SqliteHost>;

public sealed class ModelOnPostgres(PostgresHost host) : ModelTests(host), IClassFixture<PostgresHost>;

static class ModelRules
{
    /// <summary>Navigations whose two ends stand in different folders, hidden ones included.</summary>
    public static IEnumerable<string> Crossing(IReadOnlyModel model) =>
        from entity in model.GetEntityTypes()
        from navigation in entity.GetNavigations().Cast<IReadOnlyNavigationBase>().Concat(entity.GetSkipNavigations())
        let home = DomainOf(entity)
        let there = DomainOf(navigation.TargetEntityType)
        where home != there
        select $"{entity.ClrType.Name}.{navigation.Name} leads from {home} to {there}";

    /// <summary>Tables with a family in them whose primary key does not begin with it, or that say something unique without it.</summary>
    public static IEnumerable<string> BadFamilyKeys(IReadOnlyModel model) =>
        from entity in model.GetEntityTypes()
        where !entity.IsOwned() && entity.FindProperty("FamilyId") is not null
        let keys = entity.GetKeys().Select(key => (key.Properties, First: key.IsPrimaryKey()))
        let unique = entity.GetIndexes().Where(index => index.IsUnique).Select(index => (index.Properties, First: false))
        from set in keys.Concat(unique)
        let names = set.Properties.Select(property => property.Name).ToList()
        where set.First ? names[0] != "FamilyId" : !names.Contains("FamilyId", StringComparer.Ordinal)
        select $"{entity.ClrType.Name} ({string.Join(", ", names)})";

    /// <summary>What the filter of a query asks of a row must be a column, or the query fails.</summary>
    public static IEnumerable<string> Undecidable(IReadOnlyModel model) =>
        from entity in model.GetEntityTypes()
        where typeof(IFamilyRow).IsAssignableFrom(entity.ClrType)
        from property in typeof(IFamilyRow).GetProperties()
        where entity.FindProperty(property.Name) is null
        select $"{entity.ClrType.Name}.{property.Name} is no column: write it as {{ get; init; }}";

    static string DomainOf(IReadOnlyEntityType entity) => Floors.DomainOf(entity.ClrType) ?? entity.ClrType.Namespace!;
}

public sealed class ModelRulesTests
{
    [Fact]
    public void A_family_table_with_another_key_is_found()
    {
        using var db = new Sample();

        Assert.Equal(["Badly (Id)", "Nearly (Name)"], ModelRules.BadFamilyKeys(db.Model).Order());
    }

    [Fact]
    public void A_navigation_into_another_domain_is_found()
    {
        using var db = new Sample();

        Assert.Equal(["Badly.Where leads from Nestwerk.Tests.Architecture to Access"], ModelRules.Crossing(db.Model));
    }

    sealed class Sample : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Badly>();
            modelBuilder.Entity<Well>().HasKey(row => new { row.FamilyId, row.Id });
            modelBuilder.Entity<Nearly>().HasKey(row => new { row.FamilyId, row.Id });
            modelBuilder.Entity<Nearly>().HasIndex(row => row.Name).IsUnique();
            modelBuilder.Entity<Organisation>().Ignore(organisation => organisation.Networks);
        }
    }

    sealed class Badly
    {
        public Guid Id { get; set; }
        public Guid FamilyId { get; set; }
        public Organisation? Where { get; set; }
    }

    sealed class Well
    {
        public Guid Id { get; set; }
        public Guid FamilyId { get; set; }
    }

    sealed class Nearly
    {
        public Guid Id { get; set; }
        public Guid FamilyId { get; set; }
        public string Name { get; set; } = "";
    }
}
