using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;

namespace Nestwerk.Playbook.Exchange;

static class ExchangeServices
{
    public static IServiceCollection AddExchange(this IServiceCollection services) =>
        services.AddScoped<BookWriter>().AddScoped<ImportDesk>().AddScoped<ImportWork>();

    public static void MapExchange(this WebApplication app) =>
        app.MapGet("/playbook/books/{id:guid}/export", ExportAsync)
            .RequireAuthorization(Policies.Editors)
            .WithMetadata(new AboutAttribute(Subject.Book));

    static async Task<IResult> ExportAsync(Guid id, BookScope books, BookWriter writer, HttpContext context)
    {
        if (await books.EditableBooks().AsNoTracking().SingleOrDefaultAsync(book => book.Id == id, context.RequestAborted) is not { } book)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            stream => writer.WriteAsync(book, stream, context.RequestAborted),
            BookFile.MediaType,
            Files.FileKinds.SafeName(book.Title.Here(), Files.FileKinds.Pdf).Replace(".pdf", ".nestwerk.json", StringComparison.Ordinal)
        );
    }
}
