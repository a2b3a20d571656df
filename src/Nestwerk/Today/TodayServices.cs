using Nestwerk.Access;

namespace Nestwerk.Today;

static class TodayServices
{
    public static IServiceCollection AddToday(this IServiceCollection services) =>
        services.AddSingleton(new NavEntry(10, "/", "nav.today", "i-sun", Policies.IsStaff));
}
