using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Families.Rights;

namespace Nestwerk.Cli.Keeping;

/// <summary>The commands that keep an instance alive: <c>backup</c>, <c>restore</c>, <c>doctor</c>, <c>keys</c>, <c>move</c>.</summary>
static class KeepingCommands
{
    static readonly Option<string?> To = new("--to")
    {
        Description = "The file to make, instead of one in the folder of the nightly backups.",
    };
    static readonly Option<string> Server = new("--to")
    {
        Description = "The connection string of an empty PostgreSQL database.",
        Required = true,
    };
    static readonly Option<bool> Replace = new("--replace") { Description = "Make a new one although there is one." };
    static readonly Option<string> Empty = new("--data") { Description = "An empty folder, or one that does not exist.", Required = true };
    static readonly Argument<string> File = new("file") { Description = "A backup." };
    static readonly Argument<string> Ring = new("file") { Description = "The recovery.ring beside the backups." };

    public static IEnumerable<Command> All() => [Backup(), Restore(), Doctor(), Keys(), Move(), Retention()];

    static Command Backup() =>
        Named("backup", "Make a sealed backup of the database, also while it is in use.", [CommandLine.Data, To])
            .Doing(
                async (services, parsed, cancel) =>
                {
                    Console.WriteLine($"Made {await services.GetRequiredService<Backups>().MakeAsync(parsed.GetValue(To), cancel)}");
                    return 0;
                }
            );

    static Command Restore()
    {
        var restore = Named("restore", "Open a backup into an empty folder and check all of it.", [Empty]);
        restore.Arguments.Add(File);
        return restore.Doing(
            async (services, parsed, cancel) =>
            {
                var known = services.GetRequiredService<NestwerkDb>().Database.GetMigrations();
                var restored = await services.GetRequiredService<Restoring>().RunAsync(parsed.GetValue(File)!, [.. known], cancel);
                Console.WriteLine(Restoring.Words(restored));
                if (restored.Pending == 0)
                    Console.WriteLine(RetentionCommand.Again(await services.GetRequiredService<EraseAgain>().RunAsync(cancel)));
                return 0;
            },
            "--Nestwerk:Postgres="
        );
    }

    static Command Doctor() =>
        Named("doctor", "Look at everything that keeps this instance alive, and change nothing.", [CommandLine.Data])
            .Doing(
                async (services, _, cancel) =>
                {
                    var signs = await services.GetRequiredService<Doctor>().LookAsync(cancel);
                    foreach (var sign in signs)
                        Console.WriteLine(
                            $"{sign.Level.ToString().ToLowerInvariant(), -4}  {sign.What}{(sign.Todo.Length > 0 ? $"\n      → {sign.Todo}" : "")}"
                        );
                    return signs.Any(sign => sign.Level == Level.Fail) ? 1 : 0;
                }
            );

    static Command Keys()
    {
        var rotate = Named(
                "rotate",
                "Make a new key, seal everything anew, destroy keys that were replaced over 30 days ago.",
                [CommandLine.Data]
            )
            .Doing((services, _, cancel) => KeysCommand.RotateAsync(services, cancel));
        var recovery = Named("recovery", "Make the recovery key that is printed on paper.", [CommandLine.Data, Replace])
            .Doing((services, parsed, cancel) => KeysCommand.MakeRecoveryAsync(services, parsed.GetValue(Replace), cancel));
        var recover = Named("recover", "Get lost keys back with the recovery key on paper.", [CommandLine.Data]);
        recover.Arguments.Add(Ring);
        recover.Doing((services, parsed, cancel) => KeysCommand.RecoverAsync(services, parsed.GetValue(Ring)!, Console.In, cancel));
        var keys = Named("keys", "Show the keys of this instance.", [CommandLine.Data])
            .Doing((services, _, cancel) => KeysCommand.ListAsync(services, cancel));
        foreach (var command in new[] { rotate, recovery, recover })
            keys.Subcommands.Add(command);
        return keys;
    }

    static Command Move() =>
        Named("move", "Move everything from the SQLite file to an empty PostgreSQL database.", [CommandLine.Data, Server])
            .Doing(
                async (services, parsed, cancel) =>
                {
                    var moved = await services.GetRequiredService<Moving>().RunAsync(parsed.GetValue(Server)!, cancel);
                    Console.WriteLine(
                        $"Moved and counted on both sides: {string.Join(", ", moved.Select(table => $"{table.Table} {table.Rows}"))}."
                    );
                    Console.WriteLine(
                        "Set Nestwerk__Postgres to that connection string and start serve. The keys folder stays where it is."
                    );
                    return 0;
                },
                "--Nestwerk:Postgres="
            );

    static Command Retention() =>
        Named(
                "retention",
                "Say what has had its time, or will within a month, and forget nothing.",
                [CommandLine.Data, RetentionCommand.DryRun]
            )
            .Doing((services, parsed, cancel) => RetentionCommand.RunAsync(services, parsed.GetValue(RetentionCommand.DryRun), cancel));

    static Command Named(string name, string about, Option[] options)
    {
        var command = new Command(name, about) { CommandLine.Keys };
        foreach (var option in options)
            command.Options.Add(option);
        return command;
    }

    /// <summary>Works inside the application as it would serve, without serving.</summary>
    static Command Doing(
        this Command command,
        Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> work,
        params string[] settings
    )
    {
        command.SetAction(
            async (parsed, cancel) =>
            {
                await using var app = Program.Build([.. CommandLine.Folders(parsed), .. settings]);
                await using var scope = app.Services.CreateAsyncScope();
                return await work(scope.ServiceProvider, parsed, cancel);
            }
        );
        return command;
    }
}
