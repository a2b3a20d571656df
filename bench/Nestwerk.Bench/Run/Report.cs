using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Nestwerk.Bench.Run;

/// <summary>Where and when it was measured.</summary>
/// <param name="LoadAverage">Over the last minute, from everybody on this machine.</param>
sealed record Machine(string Processor, int Cores, string System, string Framework, double LoadAverage, DateTimeOffset At)
{
    public static Machine Look()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        var load = double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
        var cores = File.ReadLines("/proc/cpuinfo").Count(line => line.StartsWith("processor", StringComparison.Ordinal));
        return new(
            model?.Split(':')[1].Trim() ?? "unknown",
            cores,
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            load,
            TimeProvider.System.GetUtcNow()
        );
    }
}

/// <summary>What a run found, on the screen and in two files.</summary>
sealed record Report(Machine Before, Machine After, bool Short, IReadOnlyList<Load> Loads, IReadOnlyList<Goal> Goals)
{
    static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public async Task WriteAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var name = Path.Combine(folder, Before.At.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
        var text = Markdown();
        await File.WriteAllTextAsync(name + ".md", text);
        await File.WriteAllTextAsync(name + ".json", JsonSerializer.Serialize(this, Json));
        Console.WriteLine();
        Console.Write(text);
        Console.WriteLine($"\nKept as {name}.md and .json");
    }

    string Markdown()
    {
        var text = new StringBuilder();
        Line(text, $"{Before.Processor}, {Before.Cores} cores, {Before.System}, {Before.Framework}.");
        Line(
            text,
            $"{Before.At:yyyy-MM-dd HH:mm} UTC{(Short ? ", short" : "")}, load average {Before.LoadAverage:0.0} before, {After.LoadAverage:0.0} after.\n"
        );
        Line(text, $"| Page | best req/s | median req/s | best CPU µs each |\n|---|---|---|---|");
        foreach (var load in Loads)
            Line(text, $"| {load.Name} | {load.Best:0} | {load.Median:0} | {load.BestCpu:0} |");
        Line(text, $"\n| Goal | What | aim | best | median | |\n|---|---|---|---|---|---|");
        foreach (var goal in Goals)
            Line(text, $"| {goal.Id} | {goal.What} | {Aim(goal)} | {Show(goal.Best, goal)} | {Show(goal.Median, goal)} | {goal.Verdict} |");
        return text.ToString();
    }

    static string Aim(Goal goal) => double.IsInfinity(goal.Aim) ? "–" : (goal.AtLeast ? "≥ " : "≤ ") + Show(goal.Aim, goal);

    static string Show(double value, Goal goal)
    {
        var digits = goal.Unit.Length == 0 || value < 10 ? "0.00" : "0";
        return $"{value.ToString(digits, CultureInfo.InvariantCulture)} {goal.Unit}".TrimEnd();
    }

    static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
