using Microsoft.AspNetCore.Mvc;

namespace Nestwerk.Access.Trail;

static class TrailServices
{
    const int OutsideTheTransaction = -500;

    public static IServiceCollection AddTrail(this IServiceCollection services)
    {
        services.AddSingleton<HeadFile>().AddSingleton<AuditSealer>().AddSingleton<AuditKeeper>().AddScoped<AuditVerifier>();
        services.AddScoped<TrailScope>().AddScoped<Refusals>();
        services.Configure<MvcOptions>(mvc => mvc.Filters.AddService<Refusals>(OutsideTheTransaction));
        services.AddSingleton(
            new NavEntry(85, "/officer/audit", "nav.audit", "i-eye", actor => actor.Is(Role.ProtectionOfficer)) { IsDesk = true }
        );
        services.AddHealthChecks().AddCheck<AuditCheck>("audit");
        return services;
    }

    /// <summary>Only an instance that serves seals by itself.</summary>
    public static void SealTheTrail(this WebApplicationBuilder builder) =>
        builder.Services.AddHostedService(provider => provider.GetRequiredService<AuditKeeper>());
}
