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
}
