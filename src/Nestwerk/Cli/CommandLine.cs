using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using Spectre.Console;

namespace Nestwerk.Cli;

/// <summary>The commands of the one program: <c>serve</c>, <c>demo</c>, <c>migrate</c>, <c>admin</c>.</summary>
static class CommandLine
{
    static readonly Option<string> Data = new("--data") { Description = "The folder for the data.", DefaultValueFactory = _ => "data" };
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
        catch (Exception error) when (error is RefusedException or ValidationException or TimeoutException)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{error.Message}[/]");
            return 1;
        }
    }

    static RootCommand Root()
    {
        var serve = new Command("serve", "Run the application.") { Data, Urls };
        serve.SetAction((parsed, cancel) => ServeCommand.RunAsync(Settings(parsed), cancel));
        var demo = new Command("demo", "Run with an invented network, to look around.") { Data, Urls, Reset, Public };
        demo.SetAction(
            (parsed, cancel) => Demo.DemoCommand.RunAsync(Settings(parsed), parsed.GetValue(Reset), new(parsed.GetValue(Public)), cancel)
        );
        var migrate = new Command("migrate", "Bring the database to the newest shape.") { Data };
        migrate.SetAction((parsed, cancel) => MigrateCommand.RunAsync([$"--Nestwerk:Data={parsed.GetValue(Data)}"], cancel));
        var invite = new Command("invite", "Make a code with which an admin comes in, or comes back in.") { Data, Email };
        invite.SetAction(
            (parsed, cancel) => AdminCommand.InviteAsync([$"--Nestwerk:Data={parsed.GetValue(Data)}"], parsed.GetValue(Email)!, cancel)
        );
        var admin = new Command("admin", "For whoever is locked out.") { invite };
        return new RootCommand("Nestwerk: for perinatal support networks.") { serve, demo, migrate, admin };
    }

    static string[] Settings(ParseResult parsed)
    {
        var urls = parsed.GetValue(Urls)!;
        string[] settings = [$"--Nestwerk:Data={parsed.GetValue(Data)}", $"--urls={urls}"];
        return parsed.GetResult(Urls) is { Implicit: false } && urls.StartsWith("http://localhost:", StringComparison.Ordinal)
            ? [.. settings, $"--Nestwerk:PublicUrl={urls.Split(';')[0]}"]
            : settings;
    }
}

/// <summary>Something that this program will not do, said to the person at the keyboard.</summary>
sealed class RefusedException(string message) : Exception(message);
