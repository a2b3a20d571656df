using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Access.Trail;
using Nestwerk.Data;
using Nestwerk.Families.Rights;
using Nestwerk.Playbook;
using Nestwerk.Shared;
using Nestwerk.Shared.Settings;
using Spectre.Console;

namespace Nestwerk.Cli.Demo;

static class DemoCommand
{
    static readonly TimeSpan Freshness = TimeSpan.FromDays(1);

    /// <summary>A demo keeps to its own file and sends no mail, whoever plays with its settings.</summary>
    static readonly string[] Closed = ["--Nestwerk:Postgres=", "--Nestwerk:Mail:Host=", "--Nestwerk:Messages:Sms:Url="];

    public static async Task<int> RunAsync(string[] settings, bool reset, DemoMode mode, CancellationToken cancel)
    {
        await using var app = Program.Build([.. settings, .. Closed], mode, builder => builder.KeepTerms().SealTheTrail());
        KeepMessages(app.Services.GetRequiredService<NestwerkOptions>());
        await PrepareAsync(app.Services, reset, cancel);
        await app.Services.GetRequiredService<SettingsStore>().ApplyAsync(cancel);
        await app.StartAsync(cancel);
        await SayAsync(app, cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    /// <summary>Keeps a demo of today, replaces an older one, and never touches a file that is not a demo.</summary>
    public static async Task PrepareAsync(IServiceProvider services, bool reset, CancellationToken cancel)
    {
        var options = services.GetRequiredService<NestwerkOptions>();
        var clock = services.GetRequiredService<HouseClock>();
        var file = options.SqliteFile;
        var made = DemoMark.Read(file);
        if (File.Exists(file) && made is null)
            throw new RefusedException($"{file} is not a demo, so the demo will not touch it. Give another folder with --data.");
        if (made is not null && !reset && clock.Utc - made < Freshness)
            return;
        Remove(file);
        services.GetRequiredService<HeadFile>().Forget();
        await services.GetRequiredService<Migrator>().RunAsync(cancel);
        DemoMark.Write(file, clock.Utc);
        await FillAsync(services, cancel);
    }

    /// <summary>What is written to invented parents can be read in a folder, and reaches nobody.</summary>
    static void KeepMessages(NestwerkOptions options)
    {
        options.Messages.Sms.Url = null;
        options.Messages.Folder ??= Path.Combine(Path.GetFullPath(options.Data), "messages");
    }

    static void Remove(string file)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }.Where(File.Exists))
            File.Delete(part);
    }

    static async Task FillAsync(IServiceProvider services, CancellationToken cancel)
    {
        await services.GetRequiredService<FirstLists>().EnsureAsync(cancel);
        await AnsiConsole
            .Progress()
            .StartAsync(async console =>
            {
                foreach (var (what, fill) in DemoWorld.Chapters)
                {
                    var task = console.AddTask(what, maxValue: 1);
                    using var scope = services.CreateScope();
                    await fill(scope.ServiceProvider, cancel);
                    task.Increment(1);
                }
            });
    }

    static async Task SayAsync(WebApplication app, CancellationToken cancel)
    {
        using var scope = app.Services.CreateScope();
        var people = await DemoPeople.ListAsync(scope.ServiceProvider.GetRequiredService<NestwerkDb>(), cancel);
        var table = new Table().Title("Invented people").AddColumns("Name", "Role", "Organisation");
        foreach (var person in people)
            table.AddRow(person.Name.EscapeMarkup(), string.Join(", ", person.Roles), person.Organisation.EscapeMarkup());
        AnsiConsole.Write(table);
        foreach (var url in app.Urls)
            AnsiConsole.MarkupLineInterpolated($"Open [bold]{url}/demo[/] and choose who you are. Stop with Ctrl+C.");
    }
}
