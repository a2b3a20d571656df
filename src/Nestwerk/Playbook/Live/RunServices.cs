using Nestwerk.Access;

namespace Nestwerk.Playbook.Live;

static class RunServices
{
    public static IServiceCollection AddLive(this IServiceCollection services) =>
        services.AddScoped<RunDesk>().AddScoped<IAttention, RunAttention>();
}
