using Nestwerk.Families.My;
using Nestwerk.Families.Officer;
using Nestwerk.Families.Rights;
using Nestwerk.Families.Sending;

namespace Nestwerk.Families;

static class FamiliesServices
{
    public static IServiceCollection AddFamilies(this IServiceCollection services)
    {
        services.AddScoped<Lookups>().AddScoped<FamilyDesk>();
        services.AddLimits();
        services.AddSending();
        services.AddParents();
        services.AddStaffPages();
        services.AddRights();
        services.AddOfficer();
        return services;
    }
}
