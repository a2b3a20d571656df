namespace Nestwerk.Shared;

static class CleanText
{
    /// <summary>
    /// Refuses an address with a NUL in it: nobody can type one, and PostgreSQL cannot compare with one.
    /// In forms the framework refuses it itself.
    /// </summary>
    public static void UseCleanText(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (!HasNul(context.Request))
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            }
        );

    static bool HasNul(HttpRequest request) =>
        request.Query.Any(field => field.Key.Contains('\0') || field.Value.Any(value => value?.Contains('\0') == true));
}
