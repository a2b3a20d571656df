using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Playbook.Exchange;
using Nestwerk.Playbook.Files;
using Nestwerk.Playbook.Live;
using Nestwerk.Playbook.Together;
using Nestwerk.Playbook.Trainings;
using Nestwerk.Shared;

namespace Nestwerk.Playbook;

static class PlaybookServices
{
    public static IServiceCollection AddPlaybook(this IServiceCollection services)
    {
        services.AddSingleton<FirstLists>();
        services
            .AddScoped<Lists>()
            .AddScoped<PlanScope>()
            .AddScoped<BookScope>()
            .AddScoped<PlaybookSearch>()
            .AddScoped<IHandOver, PlanHandOver>()
            .AddScoped<ISealedColumn, QuestionTexts>();
        services.AddScoped<Editing.ListDesk>().AddSingleton<Purge>().AddHostedService(provider => provider.GetRequiredService<Purge>());
        services.AddScoped<OpenBooks>().AddScoped<Booklets>().AddScoped<Asking>().AddScoped<Questions>();
        services.AddScoped<IHandOver, BookHandOver>().AddScoped<IPublicLinks, Reading.OpenBookLinks>();
        services.AddScoped<Logbook.LogScope>().AddScoped<Improving.ImprovementScope>().AddScoped<Improving.Quality>();
        services.AddScoped<PlaybookToday>().AddScoped<IAttention>(provider => provider.GetRequiredService<PlaybookToday>());
        services.AddLive().AddTogether().AddTrainings().AddFiles().AddExchange();
        services.AddSingleton(new NavEntry(20, Links.Library, "nav.playbook", "i-book", actor => actor.Posts.Count > 0));
        services.AddSingleton(
            new NavEntry(30, Links.Plans, "nav.plans", "i-list", actor => AccessPolicy.Reach(actor, DataClass.Working, Act.Read).Length > 0)
        );
        return services;
    }

    /// <summary>What is no page: files to show and to take away.</summary>
    public static void MapPlaybook(this WebApplication app)
    {
        app.MapFiles();
        app.MapExchange();
    }

    /// <summary>The packing list also stands under the meeting itself.</summary>
    public static void AddPlaybook(this RazorPagesOptions pages)
    {
        pages.Conventions.AddPageRoute("/Playbook/Paper/Packing", "/playbook/plans/{id:guid}/packing");
        pages.AddTrainings();
    }
}
