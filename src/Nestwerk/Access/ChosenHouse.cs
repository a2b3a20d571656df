namespace Nestwerk.Access;

/// <summary>The organisation somebody with several chose to work for now. A cookie remembers it; it can only ever narrow what she may.</summary>
static class ChosenHouse
{
    const string Cookie = "nestwerk-house";

    public static Guid? In(HttpRequest request) => Guid.TryParse(request.Cookies[Cookie], out var house) ? house : null;

    public static void RememberHouse(this HttpContext context, Guid house) =>
        context.Response.Cookies.Append(
            Cookie,
            house.ToString(),
            new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            }
        );

    public static void ForgetHouse(this HttpContext context) => context.Response.Cookies.Delete(Cookie);
}
