using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Data;

namespace Nestwerk.Migrations;

static class Program
{
    static int Main() => 0;
}

/// <summary>How the migration tool makes a context: with the Identity schema that has passkeys, and without a real database.</summary>
sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new(Design.With<SqliteDb>(options => options.UseSqlite("Data Source=design.db")));
}

sealed class PostgresFactory : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) =>
        new(Design.With<PostgresDb>(options => options.UseNpgsql("Host=localhost;Database=design")));
}

static class Design
{
    public static DbContextOptions<TDb> With<TDb>(Action<DbContextOptionsBuilder<TDb>> use)
        where TDb : DbContext
    {
        var services = new ServiceCollection()
            .Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .BuildServiceProvider();
        var options = new DbContextOptionsBuilder<TDb>().UseApplicationServiceProvider(services);
        use(options);
        return options.Options;
    }
}
