namespace Nestwerk.Families.Tongues;

static class TonguesServices
{
    public static IServiceCollection AddTongues(this IServiceCollection services) =>
        services.AddSingleton<TongueShelf>().AddScoped<P>().AddScoped<TongueDesk>();
}
