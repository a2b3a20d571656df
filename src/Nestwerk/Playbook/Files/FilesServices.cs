using Microsoft.Net.Http.Headers;
using Nestwerk.Access;

namespace Nestwerk.Playbook.Files;

static class FilesServices
{
    const string NothingActs = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public static IServiceCollection AddFiles(this IServiceCollection services) => services.AddScoped<FileShelf>();

    public static void MapFiles(this WebApplication app)
    {
        app.MapGet("/playbook/files/{id:guid}", ForStaffAsync)
            .RequireAuthorization(Policies.Staff)
            .WithMetadata(new AboutAttribute(Subject.Book));
        app.MapGet("/{language:regex(^(nl|fr|en)$)}/book/{book:guid}/{recipe:guid}/files/{file:guid}", ForAnybodyAsync)
            .AllowAnonymous()
            .WithMetadata(new AboutAttribute(Subject.Book));
    }

    static async Task<IResult> ForStaffAsync(Guid id, FileShelf shelf, HttpContext context) =>
        Show(await shelf.FindAsync(id, context.RequestAborted), context, "private, no-cache");

    static async Task<IResult> ForAnybodyAsync(Guid book, Guid recipe, Guid file, FileShelf shelf, HttpContext context) =>
        Show(await shelf.FindPublicAsync(book, recipe, file, context.RequestAborted), context, "public, no-cache");

    /// <summary>A picture that still is one is shown; anything else is only ever kept on disk.</summary>
    static IResult Show(AttachedFile? file, HttpContext context, string caching)
    {
        if (file is null)
            return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = NothingActs;
        context.Response.Headers.CacheControl = caching;
        var isPicture =
            FileKinds.IsPicture(file.Type)
            && FileKinds.Clean(file.Content) is var clean
            && clean.Type == file.Type
            && clean.Content.AsSpan().SequenceEqual(file.Content);
        return Results.Bytes(
            file.Content,
            isPicture ? file.Type
                : FileKinds.IsPicture(file.Type) ? "application/octet-stream"
                : file.Type,
            isPicture ? null : file.Name,
            entityTag: new EntityTagHeaderValue($"\"{file.Hash}\"")
        );
    }
}
