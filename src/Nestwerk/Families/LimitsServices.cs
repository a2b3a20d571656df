using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families;

/// <summary>Who may know: consent, exclusions, safety, the people around a family, and what happens after a loss.</summary>
static class LimitsServices
{
    public static IServiceCollection AddLimits(this IServiceCollection services) =>
        services
            .AddScoped<Circles>()
            .AddScoped<Consents>()
            .AddScoped<Exclusions>()
            .AddScoped<Protections>()
            .AddScoped<Restrictions>()
            .AddScoped<Relations>()
            .AddScoped<CareTeams>()
            .AddScoped<Glass>()
            .AddScoped<GlassReviews>()
            .AddScoped<Losses>()
            .AddScoped<QuietFamilies>()
            .AddScoped<Moves>();
}
