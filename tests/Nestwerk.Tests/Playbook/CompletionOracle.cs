using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nestwerk.Playbook;

namespace Nestwerk.Tests.Playbook;

/// <summary>A general solver for integer programs, asked in one process: <c>completion_oracle.py</c>.</summary>
static class CompletionOracle
{
    /// <param name="Rule">The rule that gave way.</param>
    /// <param name="Scores">Distance and done before, for each completion.</param>
    public sealed record Answer(string Rule, int Steps, int[][] Scores);

    /// <param name="Seconds">How long each program took.</param>
    sealed record Answers(IReadOnlyList<Answer> All, IReadOnlyList<double> Seconds);

    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    static readonly string? Python = new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(HasScipy);

    /// <summary>Why it cannot be asked here; null when it can.</summary>
    public static string? Missing => Python is null ? "scipy for Python 3 is not installed here (Debian: python3-scipy)." : null;

    public static async Task<(IReadOnlyList<Answer> All, IReadOnlyList<double> Seconds)> AskAsync(
        IReadOnlyList<CompletionCase> cases,
        IReadOnlyList<CompletionAnswer> ours
    )
    {
        var text = new JsonObject { ["cases"] = new JsonArray([.. cases.Zip(ours, Json)]) }.ToJsonString();
        using var process = Start(Python!, Path.Combine(AppContext.BaseDirectory, "Playbook", "completion_oracle.py"));
        var said = process.StandardOutput.ReadToEndAsync();
        var wrong = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(await wrong);
        var answers = JsonSerializer.Deserialize<Answers>(await said, Web)!;
        return (answers.All, answers.Seconds);
    }

    static JsonNode Json(CompletionCase each, CompletionAnswer ours)
    {
        var (question, balance) = (each.Question, each.Question.Balance);
        var places = each.Book.Index().ToDictionary(row => row.Item.Id, row => row.Index);
        return JsonSerializer.SerializeToNode(
            new
            {
                question.Placed.Know,
                question.Placed.Do,
                question.Placed.Feel,
                Other = question.OtherMinutes,
                question.Goals,
                question.Wanted,
                question.People,
                Audience = question.Audience?.ToString(),
                question.Offered,
                question.Ruled,
                Most = question.MostAdded,
                Limit = Math.Min(question.RoomMinutes ?? 660, question.Ruled ? balance.MostMinutes : 660),
                Fewest = balance.FewestMinutes,
                Longest = balance.MostMinutes,
                From = balance.AimFromPercent,
                To = balance.AimToPercent,
                Light = balance.LightPercent,
                Heavy = balance.HeavyPercent,
                Book = each.Book.Select(recipe => Recipe(recipe, question)),
                Found = ours.Completions.Select(completion => completion.Recipes.Select(id => places[id])),
            },
            Web
        )!;
    }

    static object Recipe(CompletionCandidate recipe, CompletionQuestion question) =>
        new
        {
            recipe.Minutes.Know,
            recipe.Minutes.Do,
            recipe.Minutes.Feel,
            recipe.Goals,
            Done = recipe.DoneBefore ? 1 : 0,
            recipe.GroupSize.Min,
            recipe.GroupSize.Max,
            Audience = recipe.Audience.ToString(),
            recipe.Settings,
            Used = question.Used.Contains(recipe.Id),
        };

    static bool HasScipy(string python)
    {
        try
        {
            using var process = Start(python, "-c", "from scipy.optimize import milp");
            process.StandardInput.Close();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    static Process Start(string python, params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(python, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
}
