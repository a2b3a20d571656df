using Microsoft.EntityFrameworkCore;
using Nestwerk.Shared;

namespace Nestwerk.Data;

static class DataServices
{
    public const string FileName = "nestwerk.db";

    public static IServiceCollection AddData(this IServiceCollection services, NestwerkOptions options)
    {
        if (options.Postgres is { } postgres)
            services.AddDbContextPool<NestwerkDb, PostgresDb>(db => db.OnPostgres(postgres));
        else
            services.AddDbContextPool<NestwerkDb, SqliteDb>(db => db.OnSqlite(options.SqliteFile));
        services.AddSingleton(new WriteGate(options.Postgres is null, options.WriteTimeout));
        services.AddScoped<OneTransaction>();
        services.AddSingleton<Migrator>().AddHostedService<OpenFile>();
        return services;
    }

    public static void OnSqlite(this DbContextOptionsBuilder db, string file) =>
        db.UseSqlite($"Data Source={file}").AddInterceptors(new PinnedPragmas());

    public static void OnPostgres(this DbContextOptionsBuilder db, string connection) => db.UseNpgsql(connection);

    extension(NestwerkOptions options)
    {
        public string SqliteFile => Path.Combine(Path.GetFullPath(options.Data), FileName);
    }
}
