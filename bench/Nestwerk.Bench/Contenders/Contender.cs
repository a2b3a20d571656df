using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Nestwerk.Bench.Contenders;

/// <summary>The servers that Nestwerk is measured against, each the plain form of its kind.</summary>
static class Contender
{
    /// <param name="folder">Where the bench works: Nestwerk's own data, <c>frame.html</c> and <c>front.size</c>.</param>
    public static Task ServeAsync(string name, string port, string folder)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production }
        );
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        return name switch
        {
            "kestrel" => Kestrel(builder, new byte[int.Parse(File.ReadAllText(Path.Combine(folder, "front.size")))]),
            "ado" => Ado(builder, folder),
            "razor" => Razor(builder, folder),
            "blazor" => Blazor(builder, folder),
            "identity" => EmptyIdentity.ServeAsync(builder, Path.Combine(folder, "identity.db")),
            _ => throw new ArgumentException($"There is no contender '{name}'.", nameof(name)),
        };
    }

    static Task Kestrel(WebApplicationBuilder builder, byte[] page)
    {
        var app = builder.Build();
        app.MapGet(
            "/",
            (HttpContext context) =>
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                context.Response.ContentLength = page.Length;
                return context.Response.Body.WriteAsync(page).AsTask();
            }
        );
        return app.RunAsync();
    }

    static Task Ado(WebApplicationBuilder builder, string folder)
    {
        var page = new AdoPage(Book.File(folder), Frame.Read(folder));
        var app = builder.Build();
        app.MapGet("/", (HttpContext context) => page.WriteAsync(context));
        return app.RunAsync();
    }

    static Task Razor(WebApplicationBuilder builder, string folder)
    {
        AddBook(builder, folder);
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Contenders");
        var app = builder.Build();
        app.MapRazorPages();
        return app.RunAsync();
    }

    static Task Blazor(WebApplicationBuilder builder, string folder)
    {
        AddBook(builder, folder);
        builder.Services.AddRazorComponents();
        var app = builder.Build();
        app.MapGet("/", () => new RazorComponentResult<BlazorPage>());
        return app.RunAsync();
    }

    static void AddBook(WebApplicationBuilder builder, string folder) =>
        builder.Services.AddSingleton(Frame.Read(folder)).AddDbContext<BookDb>(db => db.UseSqlite($"Data Source={Book.File(folder)}"));
}
