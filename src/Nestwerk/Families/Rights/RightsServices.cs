using Nestwerk.Access;

namespace Nestwerk.Families.Rights;

static class RightsServices
{
    public static IServiceCollection AddRights(this IServiceCollection services)
    {
        services
            .AddScoped<RequestDesk>()
            .AddScoped<Mendings>()
            .AddScoped<IAttention, MendingAttention>()
            .AddScoped<RequestDoing>()
            .AddScoped<LegalHolds>()
            .AddScoped<IErasure, ErasedOnLeaving>()
            .AddScoped<Recipients>();
        services.AddScoped<FamilyTables>().AddScoped<Erasing>().AddScoped<Leftovers>().AddScoped<Forgetting>().AddScoped<PassingRows>();
        services.AddScoped<RowReading>().AddScoped<FactsAboutHer>().AddScoped<Extracts>();
        services.AddSingleton<ErasedList>().AddSingleton<EraseAgain>();
        services.AddSingleton<RightsClock>();
        return services;
    }

    /// <summary>Only an instance that serves does by itself what is due.</summary>
    public static WebApplicationBuilder KeepTerms(this WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService(provider => provider.GetRequiredService<RightsClock>());
        return builder;
    }
}
