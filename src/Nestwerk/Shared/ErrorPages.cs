using Microsoft.AspNetCore.Diagnostics;
using Nestwerk.Data;

namespace Nestwerk.Shared;

static class ErrorPages
{
    /// <summary>Every failure becomes a page in words, in the user's language, that leaks nothing.</summary>
    /// <param name="app">The application.</param>
    /// <param name="own">Addresses under which another page says what is not there or not allowed, as <c>/my</c> and <c>/my/error/{0}</c>.</param>
    public static void UseErrorPages(this WebApplication app, params (string Under, string Page)[] own)
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
        foreach (var (under, page) in own)
            app.UseWhen(
                context => context.Request.Path.StartsWithSegments(under, StringComparison.Ordinal),
                branch => branch.UseStatusCodePagesWithReExecute(page)
            );
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
