using Nestwerk.Families.Entering;
using Nestwerk.Families.Tongues;

namespace Nestwerk.Families.My;

static class MyServices
{
    /// <summary>The door for parents, their pages, and the languages they read.</summary>
    public static void AddParents(this IServiceCollection services)
    {
        services.AddTongues().AddEntering();
        services
            .AddScoped<MyDesk>()
            .AddScoped<Faces>()
            .AddScoped<MyChoices>()
            .AddScoped<MyChannels>()
            .AddScoped<MyStory>()
            .AddScoped<MyRights>();
    }

    /// <summary>What is not there for her, or goes wrong, is said in her language and in the shape of her own pages.</summary>
    public static void UseHerErrorPages(this WebApplication app) =>
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(Links.My, StringComparison.Ordinal),
            hers => hers.UseStatusCodePagesWithReExecute(Links.MyError)
        );
}
