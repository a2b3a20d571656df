using System.Net;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Demo;

static class DemoServices
{
    public static IServiceCollection AddDemo(this IServiceCollection services, DemoMode? demo) =>
        demo is null
            ? services
            : services.AddSingleton(demo).AddScoped<DemoParents>().AddSingleton(new Banner("layout.demo", "/demo", "layout.demoPeople"));

    /// <summary>Outside demo mode the demo's pages have no address at all.</summary>
    public static void AddDemo(this RazorPagesOptions pages, DemoMode? demo)
    {
        if (demo is null)
            pages.Conventions.Add(new NoAddress());
    }

    /// <summary>Whether this visitor sits at the machine itself and asked for it by that name.</summary>
    public static bool IsAtHome(this HttpContext context) =>
        (context.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(context.Connection.RemoteIpAddress))
        && context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";

    sealed class NoAddress : IPageRouteModelConvention
    {
        public void Apply(PageRouteModel model)
        {
            if (model.ViewEnginePath.StartsWith("/Cli/Demo/", StringComparison.Ordinal))
                model.Selectors.Clear();
        }
    }
}
