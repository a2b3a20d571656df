using Nestwerk.Shared;

namespace Nestwerk.Families.Sending;

static class SendingServices
{
    public static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.AddScoped<ContactFacts>().AddScoped<Messages>().AddSingleton<Ways>();
        services.AddSends<FamilyMessage, FamilyPost>();
        return services;
    }
}
