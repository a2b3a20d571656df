using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;
using Nestwerk.Playbook;
using Nestwerk.Playbook.Exchange;
using Nestwerk.Shared;

namespace Nestwerk.Cli;

/// <summary>Takes a book out from the command line, for whoever keeps copies of it.</summary>
static class ExportCommand
{
    static readonly Argument<Guid> Id = new("book") { Description = "Its number, as in the address of its page." };
    static readonly Argument<string> To = new("file") { Description = "The file to make." };

    public static Command Make()
    {
        var command = new Command("export", "Write a book to one file, to bring in elsewhere.")
        {
            CommandLine.Data,
            CommandLine.Keys,
            Id,
            To,
        };
        command.SetAction((parsed, cancel) => RunAsync(CommandLine.Folders(parsed), parsed.GetValue(Id), parsed.GetValue(To)!, cancel));
        return command;
    }

    static async Task<int> RunAsync(string[] settings, Guid id, string to, CancellationToken cancel)
    {
        if (File.Exists(to))
            throw new RefusedException($"{to} is there already. Give another file.");
        await using var app = Program.Build(settings);
        var options = app.Services.GetRequiredService<NestwerkOptions>();
        if (options.Postgres is null && !File.Exists(options.SqliteFile))
            throw new RefusedException($"There is no database at {options.SqliteFile}.");
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        var book =
            await db.Set<Book>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancel)
            ?? throw new RefusedException("There is no such book.");
        await using (var file = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            await scope.ServiceProvider.GetRequiredService<BookWriter>().WriteAsync(book, file, cancel);
        Console.WriteLine($"Made {to}");
        return 0;
    }
}
