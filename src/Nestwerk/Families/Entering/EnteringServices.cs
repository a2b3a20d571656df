using Microsoft.AspNetCore.Authentication.Cookies;
using Nestwerk.Access;
using Nestwerk.Shared;

namespace Nestwerk.Families.Entering;

static class EnteringServices
{
    static readonly TimeSpan Renews = TimeSpan.FromMinutes(1);

    public static void AddEntering(this IServiceCollection services)
    {
        services.AddScoped<Entries>().AddScoped<Codes>().AddScoped<Pins>().AddScoped<ParentSessions>();
        services.AddScoped<Entrance>().AddScoped<PinAgain>().AddSingleton<CodeBell>().AddSingleton<CodeSender>();
        services.AddHostedService(provider => provider.GetRequiredService<CodeSender>());
        services.AddAuthentication().AddCookie(Policies.ParentScheme);
        services
            .AddOptions<CookieAuthenticationOptions>(Policies.ParentScheme)
            .Configure<NestwerkOptions>((cookie, house) => Configure(cookie, Prefix(house)));
    }

    /// <summary>What the browser binds to this very address, where there is https.</summary>
    public static string Prefix(NestwerkOptions house) => house.PublicUrl.Scheme == Uri.UriSchemeHttps ? "__Host-" : "";

    static void Configure(CookieAuthenticationOptions cookie, string prefix)
    {
        cookie.Cookie.Name = prefix + "nestwerk-my";
        cookie.ExpireTimeSpan = ParentSession.Idle;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = Links.My;
        cookie.Events.OnValidatePrincipal = ParentSessions.ValidateAsync;
        cookie.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew = context.ElapsedTime > Renews;
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToLogin = ToTheDoor;
        cookie.Events.OnRedirectToAccessDenied = ToTheDoor;
    }

    static Task ToTheDoor(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(Links.My);
        return Task.CompletedTask;
    }
}
