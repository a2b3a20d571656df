using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Nestwerk.Bench.Contenders;

public sealed class IdentityDb(DbContextOptions<IdentityDb> options) : IdentityDbContext(options);

/// <summary>What the framework itself costs to start: Identity over SQLite and two empty Razor Pages.</summary>
static class EmptyIdentity
{
    public static async Task ServeAsync(WebApplicationBuilder builder, string file)
    {
        builder.Services.AddDbContext<IdentityDb>(db => db.UseSqlite($"Data Source={file}"));
        builder.Services.AddIdentity<IdentityUser, IdentityRole>().AddEntityFrameworkStores<IdentityDb>();
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Contenders");
        var app = builder.Build();
        using (var scope = app.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<IdentityDb>().Database.EnsureCreatedAsync();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        await app.RunAsync();
    }
}
