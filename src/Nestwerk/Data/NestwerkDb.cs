using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Nestwerk.Data;

/// <summary>
/// The one database. It knows no entity: each domain brings its own mappings (<c>PlaybookModel</c>, <c>AccessModel</c> …),
/// which are found here by type.
/// </summary>
public abstract class NestwerkDb(DbContextOptions options) : IdentityUserContext<IdentityUser<Guid>, Guid>(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(NestwerkDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    sealed class UtcConverter()
        : ValueConverter<DateTime, DateTime>(time => time.ToUniversalTime(), time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}

public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : NestwerkDb(options);

public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : NestwerkDb(options);
