namespace Nestwerk.Shared;

/// <summary>
/// Refuses what another site sends in somebody's name, everywhere and before anything else looks at it; the token in each form stays.
/// Our referrer policy makes browsers send <c>Origin: null</c> with our own forms, so the word of <c>Sec-Fetch-Site</c> counts first.
/// </summary>
static class OwnForms
{
    public static void UseOwnForms(this WebApplication app)
    {
        var house = app.Services.GetRequiredService<NestwerkOptions>();
        app.Use(
            (context, next) =>
            {
                if (!IsForeign(context.Request, house.PublicUrl))
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }
        );
    }

    static bool IsForeign(HttpRequest request, Uri house)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            return false;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site is not ("same-origin" or "none"))
            return true;
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && origin != "null"
            && origin != house.GetLeftPart(UriPartial.Authority)
            && origin != $"{request.Scheme}://{request.Host}";
    }
}
