using Nestwerk.Access.Trail;
using Nestwerk.Cli.Demo;
using Nestwerk.Cli.Keeping;
using Nestwerk.Data;
using Nestwerk.Families.Rights;
using Nestwerk.Playbook;
using Nestwerk.Shared;
using Nestwerk.Shared.Settings;
using Spectre.Console;

namespace Nestwerk.Cli;

static class ServeCommand
{
    public static async Task<int> RunAsync(string[] settings, CancellationToken cancel)
    {
        await using var app = Program.Build(settings, adjust: builder => builder.BackUpNightly().KeepTerms().SealTheTrail());
        RefuseDemo(app.Services.GetRequiredService<NestwerkOptions>());
        var token = await PrepareAsync(app.Services, cancel);
        await app.StartAsync(cancel);
        if (token is not null)
            SayWhereToBegin(app, token);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    /// <summary>Everything that must be there before the first request.</summary>
    /// <returns>What the first person has to type; null when somebody was here before.</returns>
    public static async Task<string?> PrepareAsync(IServiceProvider services, CancellationToken cancel)
    {
        await services.GetRequiredService<Migrator>().RunAsync(cancel);
        await services.GetRequiredService<FirstLists>().EnsureAsync(cancel);
        await services.GetRequiredService<SettingsStore>().ApplyAsync(cancel);
        await services.GetRequiredService<EraseAgain>().RunAsync(cancel);
        return await services.GetRequiredService<FirstRun.FirstArrival>().WaitAsync(cancel);
    }

    static void SayWhereToBegin(WebApplication app, string token)
    {
        var address = new Uri(app.Services.GetRequiredService<NestwerkOptions>().PublicUrl, FirstRun.FirstRunServices.Path);
        Console.WriteLine($"This instance is empty. Open {address} and type {token}");
    }

    public static void RefuseDemo(NestwerkOptions options)
    {
        if (options.Postgres is null && DemoMark.Read(options.SqliteFile) is not null)
            throw new RefusedException($"{options.SqliteFile} holds the demo. Give another folder with --data.");
    }
}

static class MigrateCommand
{
    public static async Task<int> RunAsync(string[] settings, CancellationToken cancel)
    {
        await using var app = Program.Build(settings);
        var applied = await app.Services.GetRequiredService<Migrator>().RunAsync(cancel);
        await app.Services.GetRequiredService<FirstLists>().EnsureAsync(cancel);
        AnsiConsole.MarkupLineInterpolated(
            applied.Count == 0
                ? $"Nothing to do: the database has the newest shape."
                : (FormattableString)$"Applied: {string.Join(", ", applied)}."
        );
        return 0;
    }
}
