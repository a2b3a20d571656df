using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;

namespace Nestwerk.Families.Tongues;

static class TonguesServices
{
    public static IServiceCollection AddTongues(this IServiceCollection services) =>
        services.AddSingleton<TongueShelf>().AddScoped<P>().AddScoped<TongueDesk>();

    /// <summary>A recorded text. Its address never plays another one, so phones keep it.</summary>
    public static void MapVoices(this WebApplication app) => app.MapGet("/my/voice/{id:guid}", PlayAsync).AllowAnonymous();

    static async Task<IResult> PlayAsync(Guid id, NestwerkDb db, HttpContext context)
    {
        var sound = await db.Set<SpokenText>()
            .Where(spoken => spoken.Id == id)
            .Select(spoken => spoken.Sound)
            .SingleOrDefaultAsync(context.RequestAborted);
        if (sound is null)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(sound, SpokenText.Type, enableRangeProcessing: true);
    }
}
