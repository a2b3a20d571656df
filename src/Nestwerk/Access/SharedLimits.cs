using Microsoft.AspNetCore.RateLimiting;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Access;

/// <summary>
/// So many forms a minute from one address over all instances together. The limiter of the framework counts in each by itself
/// and stands before it, so that a flood never reaches the database.
/// </summary>
static class SharedLimits
{
    static readonly string[] Doors = [AccessServices.SignInLimit, AccessServices.VisitorLimit];

    public static void UseLimits(this WebApplication app)
    {
        app.UseRateLimiter();
        var options = app.Services.GetRequiredService<NestwerkOptions>();
        app.Use(
            async (context, next) =>
            {
                if (DoorOf(context) is { } door && !await MayAsync(context, door, options.SignInsPerMinute))
                    context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                else
                    await next(context);
            }
        );
    }

    static string? DoorOf(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is { } door
        && Doors.Contains(door)
            ? door
            : null;

    /// <summary>When nobody can write, nobody can count: what the limiter of this process let through may go on to its own answer.</summary>
    static async Task<bool> MayAsync(HttpContext context, string door, int most)
    {
        try
        {
            var throttle = context.RequestServices.GetRequiredService<Throttle>();
            return await throttle.TakeAsync(new(door, most, TimeSpan.FromMinutes(1)), SourceOf(context), context.RequestAborted);
        }
        catch (GateTimeoutException)
        {
            return true;
        }
    }

    /// <summary>One address; of the newer kind, the network of one home or office, in which addresses cost nothing.</summary>
    public static string SourceOf(HttpContext context) =>
        context.Connection.RemoteIpAddress switch
        {
            null => "",
            { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } wide => Convert.ToHexString(
                wide.GetAddressBytes().AsSpan(0, 8)
            ),
            var address => address.MapToIPv4().ToString(),
        };
}
