using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Data;

/// <summary>A process that writes is killed again and again: what it said was written, is.</summary>
[Trait("Row", "R16")]
public sealed class KillTests(SqliteTemplate template)
{
    public const string Write = "write-until-killed";
    const int Kills = 5;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_process_is_killed()
    {
        using var folder = new TempFolder();
        await template.CopyAsync(folder.Path);
        var file = folder[DataServices.FileName];
        var chance = new Random(20270309);
        var acknowledged = new List<int>();

        for (var kill = 0; kill < Kills; kill++)
            acknowledged.AddRange(await RunAndKillAsync(file, chance.Next(5, 60)));

        Assert.Equal("ok", Ask(file, "PRAGMA integrity_check").Single());
        var kept = Ask(file, "SELECT Name FROM Organisations").ToHashSet(StringComparer.Ordinal);
        Assert.True(acknowledged.Count >= Kills * 5);
        Assert.Superset(acknowledged.Select(Name).ToHashSet(), kept);
        Assert.Equal(kept.Count(name => name.StartsWith("House ", StringComparison.Ordinal)), Ask(file, "SELECT Id FROM Audit").Count);
    }

    /// <summary>The other process: one house and its audit row in each transaction, acknowledged on standard output.</summary>
    internal static async Task<int> WriteForEverAsync(string file)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        options.OnSqlite(file);
        await using var acknowledgements = Console.OpenStandardOutput();
        for (var number = Ask(file, "SELECT Id FROM Organisations").Count; ; number++)
        {
            await using var db = new SqliteDb(options.Options);
            await using var transaction = await db.Database.BeginTransactionAsync();
            var house = new Organisation { Id = Guid.CreateVersion7(), Name = Name(number) };
            db.Add(house);
            await db.SaveChangesAsync();
            db.Add(
                new AuditRow
                {
                    Id = Guid.CreateVersion7(),
                    At = DateTime.UnixEpoch,
                    PersonId = house.Id,
                    Event = "house.made",
                    SubjectId = house.Id,
                }
            );
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            acknowledgements.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}\n")));
        }
    }

    static async Task<List<int>> RunAndKillAsync(string file, int after)
    {
        var program = typeof(KillTests).Assembly.Location;
        using var writer = Process.Start(
            new ProcessStartInfo("dotnet", ["exec", program, Write, file]) { UseShellExecute = false, RedirectStandardOutput = true }
        )!;
        var acknowledged = new List<int>();
        while (await writer.StandardOutput.ReadLineAsync() is { } line)
        {
            acknowledged.Add(int.Parse(line, CultureInfo.InvariantCulture));
            if (acknowledged.Count == after)
                writer.Kill();
        }
        await writer.WaitForExitAsync();
        return acknowledged;
    }

    static string Name(int number) => $"House {number}";

    static List<string> Ask(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var answers = new List<string>();
        while (reader.Read())
            answers.Add(reader.GetString(0));
        return answers;
    }
}
