using System.CommandLine;
using Nestwerk.Access.Trail;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Cli;

/// <summary>For whoever must be able to say that the trail is whole.</summary>
static class AuditCommand
{
    static readonly Option<string?> Heads = new("--heads")
    {
        Description = "The folder with the heads of the trail. [default: beside the data, with .audit after its name]",
    };

    public static Command Make()
    {
        var verify = new Command("verify", "Hold every row of the audit trail against its seal and against the heads outside the database.")
        {
            CommandLine.Data,
            CommandLine.Keys,
            Heads,
        };
        verify.SetAction((parsed, cancel) => InsideAsync(parsed, VerifyAsync, cancel));
        var restored = new Command("restored", "Say that an older backup was put back: the trail goes on from where it now ends.")
        {
            CommandLine.Data,
            CommandLine.Keys,
            Heads,
        };
        restored.SetAction((parsed, cancel) => InsideAsync(parsed, RestoredAsync, cancel));
        return new("audit", "The trail of who did what.") { verify, restored };
    }

    public static async Task<int> VerifyAsync(IServiceProvider services, CancellationToken cancel)
    {
        var report = await services.GetRequiredService<AuditVerifier>().RunAsync(cancel);
        foreach (var problem in report.Problems)
            Console.WriteLine(AuditVerifier.Words(problem));
        Console.WriteLine($"{report.Rows} sealed rows, held against {report.Heads} heads outside the database. Head: {report.Head.Words}");
        if (report.Heads == 0)
            Console.WriteLine("Without a head from outside the database, a trail that was cut short or left out whole cannot be seen.");
        Console.WriteLine(report.Problems.Count == 0 ? "The trail is whole." : "The trail is NOT what it was.");
        return report.Problems.Count == 0 ? 0 : 1;
    }

    static async Task<int> RestoredAsync(IServiceProvider services, CancellationToken cancel)
    {
        var head = await AuditSealer.HeadAsync(services.GetRequiredService<NestwerkDb>(), cancel);
        var heads = services.GetRequiredService<HeadFile>();
        var lost = (heads.Now()?.Head.Sequence ?? 0) - head.Sequence;
        heads.WriteDown(head, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, restored: true);
        Console.WriteLine($"Written down in {heads.Folder}: the trail goes on from {head.Words}. Rows that are lost: {Math.Max(0, lost)}.");
        return 0;
    }

    static async Task<int> InsideAsync(
        ParseResult parsed,
        Func<IServiceProvider, CancellationToken, Task<int>> work,
        CancellationToken cancel
    )
    {
        string[] own = parsed.GetValue(Heads) is { } folder ? [$"--Nestwerk:Heads={folder}"] : [];
        await using var app = Program.Build([.. CommandLine.Folders(parsed), .. own]);
        var options = app.Services.GetRequiredService<NestwerkOptions>();
        if (options.Postgres is null && !File.Exists(options.SqliteFile))
            throw new RefusedException($"There is no database at {options.SqliteFile}. Say where the data is with --data.");
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider, cancel);
    }
}
