namespace Nestwerk.Families.Rights;

static class RightsServices
{
    public static IServiceCollection AddRights(this IServiceCollection services)
    {
        services.AddScoped<RequestDesk>().AddScoped<RequestDoing>().AddScoped<Recipients>();
        services.AddScoped<FamilyTables>().AddScoped<Erasing>().AddScoped<Leftovers>().AddScoped<Forgetting>();
        services.AddSingleton<ErasedList>().AddSingleton<EraseAgain>();
        services.AddSingleton<RightsClock>().AddHostedService(provider => provider.GetRequiredService<RightsClock>());
        return services;
    }
}
