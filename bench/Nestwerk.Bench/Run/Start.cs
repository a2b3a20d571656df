using System.Diagnostics;

namespace Nestwerk.Bench.Run;

/// <summary>One start: to the first good answer, to the first page with data, and what lies in memory after it. Milliseconds and MiB.</summary>
sealed record Start(double FirstAnswer, double FirstData, double Resident)
{
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    public static async Task<Start> MeasureAsync(Task<Server> starting, string dataPath, string? cookie, CancellationToken cancel)
    {
        await using var server = await starting;
        using var http = new HttpClient { BaseAddress = server.Address };
        using var ask = new HttpRequestMessage(HttpMethod.Get, dataPath);
        if (cookie is not null)
            ask.Headers.Add("Cookie", cookie);
        var asked = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(ask, cancel);
        var firstData = Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
        answer.EnsureSuccessStatusCode();
        await Task.Delay(Rest, cancel);
        return new(server.ToFirstAnswer.TotalMilliseconds, firstData, server.Resident());
    }
}
