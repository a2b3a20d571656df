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
            .AddScoped<Moves>()
            .AddScoped<Leaving>()
            .AddScoped<Holders>()
            .AddScoped<WhoKnows>()
            .AddEmergencies();

    static IServiceCollection AddEmergencies(this IServiceCollection services) =>
        services
            .AddScoped<Emergency.GlassNotice>()
            .AddScoped<IAttention, Emergency.GlassAttention>()
            .AddScoped<IAttention, Agreeing.AskAgainAttention>()
            .AddSingleton(new NavEntry(86, Links.GlassReview, "nav.glass", "i-eye", Policies.Reviews) { IsDesk = true })
            .AddSingleton(
                new NavEntry(88, Links.AccessCategories, "nav.categories", "i-list", actor => actor.Is(Role.ProtectionOfficer))
                {
                    IsDesk = true,
                }
            );
}
