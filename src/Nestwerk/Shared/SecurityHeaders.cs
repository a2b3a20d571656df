using Microsoft.Extensions.Primitives;

namespace Nestwerk.Shared;

static class SecurityHeaders
{
    const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>On every response: a strict content policy, no framing, no sniffing, no referrer, and nothing kept unless it says so itself.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var https = app.Services.GetRequiredService<NestwerkOptions>().PublicUrl.Scheme == Uri.UriSchemeHttps;
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    Write(context.Response.Headers, https);
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
    }

    static void Write(IHeaderDictionary headers, bool https)
    {
        if (StringValues.IsNullOrEmpty(headers.ContentSecurityPolicy)) // A file of a recipe has a stricter one.
            headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        if (https)
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        if (StringValues.IsNullOrEmpty(headers.CacheControl))
            headers.CacheControl = "no-store";
    }
}
