using System.CommandLine;
using System.Globalization;
using Nestwerk.Families.Rights;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Keeping;

/// <summary>What is said at the keyboard about what is forgotten, and about what was erased.</summary>
static class RetentionCommand
{
    public static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say it; the server itself forgets, once a day." };
    const int DaysAhead = 30;

    public static async Task<int> RunAsync(IServiceProvider services, bool dryRun, CancellationToken cancel)
    {
        if (!dryRun)
            throw new RefusedException(
                "The server forgets by itself, once a day. To see what it will forget: nestwerk retention --dry-run"
            );
        var now = services.GetRequiredService<HouseClock>().Utc;
        var due = await services.GetRequiredService<Forgetting>().DueAsync(now.AddDays(DaysAhead), cancel);
        foreach (var line in Lines(due, now))
            Console.WriteLine(line);
        return 0;
    }

    /// <summary>One line for each kind: how many now, how many within a month. No family is named.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<Due> due, DateTime now)
    {
        if (due.Count == 0)
            yield return $"Nothing has had its time, and nothing will within {DaysAhead} days.";
        foreach (var term in due.GroupBy(each => each.Term).OrderBy(group => group.Key))
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{term.Key, -8} now {term.Count(each => each.On <= now), 5}   within {DaysAhead} days {term.Count(each => each.On > now), 5}   the first on {term.Min(each => each.On):yyyy-MM-dd}"
            );
    }

    public static string Again(int erased) =>
        erased == 0
            ? "Nobody in it was erased since."
            : string.Create(CultureInfo.InvariantCulture, $"Erased again, because they were erased after it was made: {erased}.");
}
