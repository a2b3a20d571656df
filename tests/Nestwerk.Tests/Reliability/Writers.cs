using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Nestwerk.Cli.Demo;

namespace Nestwerk.Tests.Reliability;

/// <summary>Several people who make meetings, one after another, and remember each that was acknowledged.</summary>
sealed partial class Writers : IAsyncDisposable
{
    static readonly string[] Names = ["Nele Verhasselt", "Samira El Idrissi", "Bart Coppens", "Aurélie Lambert"];
    readonly CancellationTokenSource stop = new();
    readonly List<Task> working = [];
    readonly ConcurrentQueue<Guid> acknowledged;
    int refused;

    Writers(ConcurrentQueue<Guid> acknowledged) => this.acknowledged = acknowledged;

    /// <summary>How many were answered with 507.</summary>
    public int Refused => Volatile.Read(ref refused);

    /// <param name="acknowledged">Takes the id of each meeting that the server said it had made.</param>
    /// <param name="pace">From one write of a person to her next; who is late catches up.</param>
    public static async Task<Writers> StartAsync(Uri server, ConcurrentQueue<Guid> acknowledged, TimeSpan pace)
    {
        var writers = new Writers(acknowledged);
        foreach (var name in Names)
        {
            var client = await SignInAsync(server, name);
            writers.working.Add(Task.Run(() => writers.WriteAsync(client, pace)));
        }
        return writers;
    }

    /// <summary>Waits until so many more were acknowledged.</summary>
    public async Task UntilMoreAsync(int more)
    {
        var goal = acknowledged.Count + more;
        await UntilAsync(() => acknowledged.Count >= goal);
    }

    public async Task UntilAsync(Func<bool> there)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!there())
        {
            if (working.Find(task => task.IsFaulted) is { } failed)
                await failed;
            await Task.Delay(10, patience.Token);
        }
    }

    /// <exception cref="InvalidOperationException">Somebody got an answer that is neither yes nor "the disk is full".</exception>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(working);
        stop.Dispose();
    }

    async Task WriteAsync((HttpClient Http, string Token) client, TimeSpan pace)
    {
        using var http = client.Http;
        try
        {
            var start = Stopwatch.GetTimestamp();
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                await WriteAsync(http, client.Token, $"Bijeenkomst {number}");
                if (pace * (number + 1) - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } early)
                    await Task.Delay(early, stop.Token);
            }
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
        {
            // The server was killed, or the work is over.
        }
    }

    async Task WriteAsync(HttpClient http, string token, string title)
    {
        using var form = Form(("Title", title), ("__RequestVerificationToken", token));
        using var answer = await http.PostAsync("/playbook/plans/new", form);
        if (answer.StatusCode == HttpStatusCode.InsufficientStorage)
            Interlocked.Increment(ref refused);
        else if (answer.StatusCode == HttpStatusCode.Redirect && PlanId().Match($"{answer.Headers.Location}") is { Success: true } id)
            acknowledged.Enqueue(Guid.Parse(id.Value));
        else
            throw new InvalidOperationException($"A write was answered with {answer.StatusCode}.");
    }

    static async Task<(HttpClient Http, string Token)> SignInAsync(Uri server, string name)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server };
        var token = await TokenAsync(http, "/demo");
        using var form = Form(("person", $"{DemoWorld.Person(name)}"), ("__RequestVerificationToken", token));
        using var answer = await http.PostAsync("/demo/sign-in", form);
        return (http, await TokenAsync(http, "/playbook/plans/new"));
    }

    static async Task<string> TokenAsync(HttpClient http, string path) =>
        FormToken().Match(await http.GetStringAsync(path)) is { Success: true } found
            ? found.Groups["token"].Value
            : throw new InvalidOperationException($"{path} has no form.");

    static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("(?<=/playbook/plans/)[0-9a-f-]{36}$")]
    private static partial Regex PlanId();
}
