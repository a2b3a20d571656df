namespace Nestwerk.Access.Trail;

static class TrailServices
{
    public static IServiceCollection AddTrail(this IServiceCollection services)
    {
        services.AddSingleton<HeadFile>().AddSingleton<AuditSealer>().AddSingleton<AuditKeeper>().AddScoped<AuditVerifier>();
        services.AddHealthChecks().AddCheck<AuditCheck>("audit");
        return services;
    }

    /// <summary>Only an instance that serves seals by itself.</summary>
    public static void SealTheTrail(this WebApplicationBuilder builder) =>
        builder.Services.AddHostedService(provider => provider.GetRequiredService<AuditKeeper>());
}
