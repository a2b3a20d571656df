using Microsoft.AspNetCore.Routing;

namespace Nestwerk.Shared;

/// <summary>
/// One structured line per request: the route as it was written in the code, never the address that was asked,
/// so that no name, search word or identifier ends in a log.
/// </summary>
static partial class Logs
{
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(console => console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ");
        builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.None);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Query", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
    }

    public static void UseRequestLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Nestwerk.Requests");
        var time = app.Services.GetRequiredService<TimeProvider>();
        app.Use(
            async (context, next) =>
            {
                var start = time.GetTimestamp();
                try
                {
                    await next(context);
                }
                catch (Exception error)
                {
                    Failed(log, context.Request.Method, RouteOf(context), Kinds(error), error.StackTrace);
                    throw;
                }
                Done(
                    log,
                    context.Request.Method,
                    RouteOf(context),
                    context.Response.StatusCode,
                    time.GetElapsedTime(start).TotalMilliseconds
                );
            }
        );
    }

    static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";

    /// <summary>What kind of failure, from the outside in. Never its words: a database puts values in them.</summary>
    static string Kinds(Exception error) => error.GetType().Name + (error.InnerException is { } inner ? $" < {Kinds(inner)}" : "");

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} {Milliseconds:0.0} ms")]
    static partial void Done(ILogger log, string method, string route, int status, double milliseconds);

    [LoggerMessage(LogLevel.Error, "{Method} {Route} failed: {Kinds}{Place}")]
    static partial void Failed(ILogger log, string method, string route, string kinds, string? place);
}
