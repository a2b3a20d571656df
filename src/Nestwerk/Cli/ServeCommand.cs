using Nestwerk.Cli.Demo;
using Nestwerk.Data;
using Nestwerk.Playbook;
using Nestwerk.Shared;
using Nestwerk.Shared.Settings;
using Spectre.Console;

namespace Nestwerk.Cli;

static class ServeCommand
{
    public static async Task<int> RunAsync(string[] settings, CancellationToken cancel)
    {
        await using var app = Program.Build(settings);
        RefuseDemo(app.Services.GetRequiredService<NestwerkOptions>());
        await app.Services.GetRequiredService<Migrator>().RunAsync(cancel);
        await app.Services.GetRequiredService<FirstLists>().EnsureAsync(cancel);
        await app.Services.GetRequiredService<SettingsStore>().ApplyAsync(cancel);
        var token = await app.Services.GetRequiredService<FirstRun.FirstArrival>().WaitAsync(cancel);
        await app.StartAsync(cancel);
        if (token is not null)
            SayWhereToBegin(app, token);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    static void SayWhereToBegin(WebApplication app, string token)
    {
        var address = new Uri(app.Services.GetRequiredService<NestwerkOptions>().PublicUrl, FirstRun.FirstRunServices.Path);
        AnsiConsole.MarkupLineInterpolated($"This instance is empty. Open [bold]{address}[/] and type [bold]{token}[/].");
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
