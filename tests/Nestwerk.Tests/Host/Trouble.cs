using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Access;
using Nestwerk.Data;

namespace Nestwerk.Tests.Host;

/// <summary>Makes a page fail on request: <c>/nl?trouble=disk</c> fails as if the disk were full.</summary>
sealed class Trouble : IAsyncResourceFilter
{
    public const string Secret = "geheim-van-de-kreet";

    public static void Possible(WebApplicationBuilder builder) =>
        builder.Services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new Trouble()));

    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next) =>
        (string?)context.HttpContext.Request.Query["trouble"] switch
        {
            "bug" when IsFirst(context) => throw new InvalidOperationException(Secret),
            "disk" when IsFirst(context) => throw new SqliteException(Secret, 13),
            "gate" when IsFirst(context) => throw new GateTimeoutException(),
            "audit" when IsFirst(context) => throw new ReadAuditException(Secret, null),
            "large" when IsFirst(context) => throw new BadHttpRequestException(Secret, StatusCodes.Status413PayloadTooLarge),
            _ => next(),
        };

    /// <summary>The error page is asked for with the same query; it must not fail again.</summary>
    static bool IsFirst(ResourceExecutingContext context) => context.HttpContext.Items.TryAdd(typeof(Trouble), true);
}
