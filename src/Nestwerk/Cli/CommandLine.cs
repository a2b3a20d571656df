using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using Nestwerk.Cli.Keeping;
using Nestwerk.Data;

namespace Nestwerk.Cli;

/// <summary>The commands of the one program.</summary>
static class CommandLine
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "The folder for the data.",
        DefaultValueFactory = _ => "data",
    };
    public static readonly Option<string?> Keys = new("--keys")
    {
        Description = "The folder for the keys. [default: keys, beside the data]",
    };
    static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to listen.",
        DefaultValueFactory = _ => "http://localhost:5080",
    };
    static readonly Option<string> Email = new("--email") { Description = "Her e-mail address.", Required = true };
    static readonly Option<bool> Reset = new("--reset") { Description = "Start the demo anew." };
    static readonly Option<bool> Public = new("--demo-public") { Description = "Also let visitors from other machines be anybody." };

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await Root().Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (Exception error)
            when (error
                    is RefusedException
                        or ValidationException
                        or TimeoutException
                        or NewerDatabaseException
                        or UnauthorizedAccessException
                || error.IsDiskFull()
            )
        {
            await Console.Error.WriteLineAsync(error.IsDiskFull() ? DiskFull : error.Message);
            return 1;
        }
    }

    const string DiskFull = "The disk is full. Nothing was changed, and what was saved before is safe. Make room and do it again.";

    static RootCommand Root()
    {
        var serve = new Command("serve", "Run the application.") { Data, Keys, Urls };
        serve.SetAction((parsed, cancel) => ServeCommand.RunAsync(Settings(parsed), cancel));
        var demo = new Command("demo", "Run with an invented network, to look around.") { Data, Keys, Urls, Reset, Public };
        demo.SetAction(
            (parsed, cancel) => Demo.DemoCommand.RunAsync(Settings(parsed), parsed.GetValue(Reset), new(parsed.GetValue(Public)), cancel)
        );
        var migrate = new Command("migrate", "Bring the database to the newest shape.") { Data, Keys };
        migrate.SetAction((parsed, cancel) => MigrateCommand.RunAsync(Folders(parsed), cancel));
        var root = new RootCommand("Nestwerk: for perinatal support networks.")
        {
            serve,
            demo,
            migrate,
            Admin(),
            ExportCommand.Make(),
            AuditCommand.Make(),
        };
        foreach (var command in KeepingCommands.All())
            root.Subcommands.Add(command);
        return root;
    }

    static Command Admin()
    {
        var invite = new Command("invite", "Make a code with which an admin comes in, or comes back in.") { Data, Keys, Email };
        invite.SetAction((parsed, cancel) => AdminCommand.InviteAsync(Folders(parsed), parsed.GetValue(Email)!, cancel));
        return new("admin", "For whoever is locked out.") { invite };
    }

    /// <summary>The folders, where the command names them; else the settings say.</summary>
    public static string[] Folders(ParseResult parsed) =>
        [
            .. IsSaid(parsed, "--data") ? [$"--Nestwerk:Data={parsed.GetValue<string>("--data")}"] : Array.Empty<string>(),
            .. parsed.GetValue(Keys) is { } keys ? [$"--Nestwerk:Keys={keys}"] : Array.Empty<string>(),
        ];

    static bool IsSaid(ParseResult parsed, string option) =>
        parsed.GetResult(option) is System.CommandLine.Parsing.OptionResult { Implicit: false };

    static string[] Settings(ParseResult parsed)
    {
        var urls = parsed.GetValue(Urls)!;
        string[] settings = [.. Folders(parsed), $"--urls={urls}"];
        return IsSaid(parsed, "--urls") && urls.StartsWith("http://localhost:", StringComparison.Ordinal)
            ? [.. settings, $"--Nestwerk:PublicUrl={urls.Split(';')[0]}"]
            : settings;
    }
}

/// <summary>Something that this program will not do, said to the person at the keyboard.</summary>
sealed class RefusedException(string message) : Exception(message);
