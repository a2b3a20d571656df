using Nestwerk.Access;

namespace Nestwerk.Families;

/// <summary>What those who work with families see and write.</summary>
static class StaffServices
{
    public static IServiceCollection AddStaffPages(this IServiceCollection services)
    {
        services
            .AddScoped<FamilyReading>()
            .AddScoped<Company>()
            .AddScoped<KeptLookups>()
            .AddScoped<Arrivals>()
            .AddScoped<Reaching.WordTries>()
            .AddScoped<Noting>()
            .AddScoped<Story>();
        services.AddScoped<CaseloadReading>().AddScoped<FamilyPages>().AddScoped<Inquiries>();
        services.AddSingleton(
            new NavEntry(
                40,
                Links.Caseload,
                "nav.families",
                "i-nest",
                actor => Policies.StandsBesideFamilies(actor) && Standing.Cares(actor)
            )
        );
        services.AddSingleton(
            new NavEntry(40, Links.Caseload, "nav.met", "i-people", actor => Policies.StandsBesideFamilies(actor) && !Standing.Cares(actor))
        );
        return services;
    }
}
