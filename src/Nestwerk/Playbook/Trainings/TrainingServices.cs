using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;

namespace Nestwerk.Playbook.Trainings;

static class TrainingServices
{
    public static IServiceCollection AddTrainings(this IServiceCollection services) =>
        services
            .AddScoped<TrainingScope>()
            .AddScoped<TrainingLog>()
            .AddScoped<IAttention, TrainingAttention>()
            .AddSingleton(
                new NavEntry(60, TrainingLinks.List, "trainings.title", "i-cal", actor => actor.Posts.Count > 0) { IsDesk = true }
            );

    /// <summary>A new training is described on the page of one.</summary>
    public static void AddTrainings(this RazorPagesOptions pages) =>
        pages.Conventions.AddPageRoute("/Playbook/Trainings/EditTraining", TrainingLinks.New);
}
