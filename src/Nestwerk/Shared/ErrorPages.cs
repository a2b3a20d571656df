using Microsoft.AspNetCore.Diagnostics;
using Nestwerk.Data;

namespace Nestwerk.Shared;

static class ErrorPages
{
    /// <summary>Every failure becomes a page in words, in the user's language, that leaks nothing.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                StatusCodeSelector = StatusFor,
                AllowStatusCode404Response = true,
            }
        );
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseOwnForms();
    }

    static int StatusFor(Exception error) =>
        error switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            InvalidDataException form => form.Message.Contains("limit", StringComparison.Ordinal)
                ? StatusCodes.Status413PayloadTooLarge
                : StatusCodes.Status400BadRequest,
            UnavailableException => StatusCodes.Status503ServiceUnavailable,
            OperationCanceledException => StatusCodes.Status503ServiceUnavailable,
            _ when error.IsDiskFull() => StatusCodes.Status507InsufficientStorage,
            _ => StatusCodes.Status500InternalServerError,
        };

    /// <summary>The answer for a path that leads nowhere, the same as for a thing that is not there.</summary>
    public static Task NotFoundAsync(this HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
