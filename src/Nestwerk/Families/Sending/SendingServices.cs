using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Sending;

static class SendingServices
{
    public static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.AddScoped<ContactFacts>().AddScoped<Messages>().AddSingleton<Ways>().AddScoped<MessageLinks>().AddScoped<CallList>();
        services.AddScoped<IAttention, CallAttention>();
        services.AddSends<FamilyMessage, FamilyPost>();
        return services;
    }
}
