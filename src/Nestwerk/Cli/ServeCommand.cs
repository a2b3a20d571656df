using Nestwerk.Cli.Demo;
using Nestwerk.Cli.Keeping;
using Nestwerk.Data;
using Nestwerk.Playbook;
using Nestwerk.Shared;

namespace Nestwerk.Cli;

static class ServeCommand
{
    public static async Task<int> RunAsync(string[] settings, CancellationToken cancel)
    {
        await using var app = Program.Build(settings, adjust: builder => builder.BackUpNightly());
        RefuseDemo(app.Services.GetRequiredService<NestwerkOptions>());
        await app.Services.GetRequiredService<Migrator>().RunAsync(cancel);
        await app.Services.GetRequiredService<FirstLists>().EnsureAsync(cancel);
        await app.RunAsync(cancel);
        return 0;
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
        Spectre.Console.AnsiConsole.MarkupLineInterpolated(
            applied.Count == 0
                ? $"Nothing to do: the database has the newest shape."
                : (FormattableString)$"Applied: {string.Join(", ", applied)}."
        );
        return 0;
    }
}
