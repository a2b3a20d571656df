using Nestwerk.Access;

namespace Nestwerk.Playbook.Together;

static class TogetherServices
{
    public static IServiceCollection AddTogether(this IServiceCollection services) =>
        services
            .AddScoped<Owning>()
            .AddScoped<Reviews>()
            .AddScoped<Origins>()
            .AddScoped<Margin>()
            .AddScoped<Rereading>()
            .AddScoped<IAttention, TogetherAttention>();
}
