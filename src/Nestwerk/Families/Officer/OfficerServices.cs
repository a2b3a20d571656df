using Nestwerk.Access;

namespace Nestwerk.Families.Officer;

static class OfficerServices
{
    public static IServiceCollection AddOfficer(this IServiceCollection services) =>
        services
            .AddScoped<OfficerDesk>()
            .AddScoped<CaseRequests>()
            .AddScoped<Touched>()
            .AddScoped<IAttention, OfficerAttention>()
            .AddSingleton(
                new NavEntry(85, Links.Officer, "officer.nav", "i-lock", actor => actor.Is(Role.ProtectionOfficer)) { IsDesk = true }
            );
}
