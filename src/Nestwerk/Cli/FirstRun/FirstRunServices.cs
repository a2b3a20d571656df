namespace Nestwerk.Cli.FirstRun;

static class FirstRunServices
{
    public const string Path = "/first-run";

    static readonly string[] Open = [Path, "/language", "/health", "/error", "/lib", "/fonts"];

    public static IServiceCollection AddFirstRun(this IServiceCollection services) =>
        services.AddSingleton<FirstArrival>().AddScoped<Founding>();

    /// <summary>While the instance waits for its first person, every page leads there.</summary>
    public static void UseFirstRun(this WebApplication app)
    {
        var first = app.Services.GetRequiredService<FirstArrival>();
        app.Use(
            (context, next) =>
            {
                if (!first.IsWaiting || IsOpen(context.Request.Path))
                    return next(context);
                context.Response.Redirect(Path);
                return Task.CompletedTask;
            }
        );
    }

    static bool IsOpen(PathString path) =>
        Array.Exists(Open, open => path.StartsWithSegments(open, StringComparison.Ordinal)) || System.IO.Path.HasExtension(path.Value);
}
