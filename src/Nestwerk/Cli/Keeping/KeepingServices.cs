namespace Nestwerk.Cli.Keeping;

static class KeepingServices
{
    public static IServiceCollection AddKeeping(this IServiceCollection services) =>
        services.AddSingleton<Backups>().AddSingleton<Restoring>().AddScoped<Rotation>().AddScoped<Doctor>().AddScoped<Moving>();

    /// <summary>Only an instance that serves makes backups by itself.</summary>
    public static WebApplicationBuilder BackUpNightly(this WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService<NightlyBackup>();
        return builder;
    }
}
