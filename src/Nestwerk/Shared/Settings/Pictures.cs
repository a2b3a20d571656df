using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;

namespace Nestwerk.Shared.Settings;

static class Pictures
{
    /// <summary>Shows a picture of the House. Its address never shows another one, so browsers keep it.</summary>
    public static void MapPictures(this WebApplication app) => app.MapGet("/picture/{id:guid}", ShowAsync).AllowAnonymous();

    static async Task<IResult> ShowAsync(Guid id, NestwerkDb db, HttpContext context)
    {
        var picture = await db.Set<HousePicture>()
            .Where(each => each.Id == id)
            .Select(each => new { each.Type, each.Content })
            .SingleOrDefaultAsync(context.RequestAborted);
        if (picture is null)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(picture.Content, picture.Type);
    }
}
