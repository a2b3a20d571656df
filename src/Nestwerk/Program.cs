using Microsoft.AspNetCore.Mvc.RazorPages;
using Nestwerk.Access;
using Nestwerk.Cli;
using Nestwerk.Cli.Demo;
using Nestwerk.Cli.FirstRun;
using Nestwerk.Cli.Keeping;
using Nestwerk.Data;
using Nestwerk.Families;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Exchange;
using Nestwerk.Playbook.Files;
using Nestwerk.Shared;
using Nestwerk.Shared.Settings;
using Nestwerk.Today;

namespace Nestwerk;

/// <summary>The composition root: what the application is made of, in the order in which a request meets it.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args);

    /// <param name="args">Configuration on the command line, as <c>--Nestwerk:Name=…</c>.</param>
    /// <param name="demo">Null outside demo mode.</param>
    /// <param name="adjust">What a test replaces: the server, the clock.</param>
    public static WebApplication Build(string[] args, DemoMode? demo = null, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ApplicationName = typeof(Program).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environments.Production,
            }
        );
        builder.WebHost.UseStaticWebAssets();
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.Configuration.AddEnvironmentVariables("NESTWERK_").AddCommandLine(args);
        var options = builder.Configuration.Checked();

        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateScopes, provider.ValidateOnBuild) = (true, true));
        builder.Services.AddSingleton(options).AddSingleton(TimeProvider.System).AddDemo(demo).AddKeeping().AddFirstRun();
        builder.AddLogs();
        builder.Services.AddShared().AddData(options).AddAccess(options).AddPlaybook().AddFamilies().AddToday();
        builder
            .Services.AddRazorPages(pages => pages.RootDirectory = "/")
            .AddMvcOptions(mvc => mvc.Filters.AddService<OneTransaction>())
            .AddMvcOptions(mvc => mvc.AddPlainWords());
        builder.Services.Configure<RazorPagesOptions>(pages =>
        {
            pages.AddPlaybook();
            pages.AddDemo(demo);
        });

        adjust?.Invoke(builder);
        var app = builder.Build();
        app.UseProxies(options);
        app.UseSecurityHeaders();
        app.UseErrorPages((Families.Links.My, Families.Links.MyError));
        app.UseRequestLog();
        app.UseFirstRun();
        app.UseLanguage();
        app.UseSignInAgain();
        app.UseRouting();
        app.UseLimits();
        app.UseCleanText();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseKeptForms();
        app.UseOutputCache();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapHealth();
        app.MapPictures();
        app.MapPlaybook();
        app.MapFallback("{*path}", context => context.NotFoundAsync()).AllowAnonymous();
        return app;
    }
}
