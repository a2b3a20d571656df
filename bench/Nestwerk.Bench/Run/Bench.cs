using System.Runtime.InteropServices;
using Nestwerk.Bench.Contenders;

namespace Nestwerk.Bench.Run;

/// <summary>The whole run: make the demo, start and stop, then load one page after the other, round by round.</summary>
sealed class Bench(string nestwerk, string work, bool isShort, CancellationToken cancel) : IAsyncDisposable
{
    const string Person = "Nele Verhasselt";
    const string Data = "/playbook";
    const int Port = 5190;
    static readonly string[] Contenders = ["kestrel", "ado", "razor", "blazor"];
    readonly Dictionary<string, Server> servers = [];
    string cookie = "";
    int frontSize;

    public static async Task<int> RunAsync(string nestwerk, string work, string results, bool isShort)
    {
        using var ending = new CancellationTokenSource();
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => End(signal, ending));
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => End(signal, ending));
        try
        {
            await using var bench = new Bench(nestwerk, work, isShort, ending.Token);
            var report = await bench.MeasureAsync();
            await report.WriteAsync(results);
            return 0;
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            Console.Error.WriteLine("Stopped before the end; nothing was written.");
            return 1;
        }
        catch (Exception error) when (error is InvalidOperationException or HttpRequestException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    static void End(PosixSignalContext signal, CancellationTokenSource ending)
    {
        signal.Cancel = true;
        ending.Cancel();
    }

    async Task<Report> MeasureAsync()
    {
        var machine = Machine.Look();
        var composing = await Composing.MeasureAsync(isShort ? 10 : 30, Say);
        var finding = await LookingUp.MeasureAsync(work, isShort, Say, cancel);
        Say("The demo and the page that everybody copies");
        await PrepareAsync();
        var (ours, empty) = await StartsAsync(isShort ? 3 : 5);
        await ServeAllAsync();
        Load[] loads =
        [
            new("Kestrel floor", servers["kestrel"], "/"),
            new("Nestwerk /nl", servers["nestwerk"], "/nl"),
            new("ADO.NET + StringBuilder", servers["ado"], "/"),
            new("Nestwerk /playbook", servers["nestwerk"], Data, cookie),
            new("Razor Page + EF", servers["razor"], "/"),
            new("Blazor static", servers["blazor"], "/"),
        ];
        await LoadAsync(loads);
        return new(machine, Machine.Look(), isShort, loads, [.. Goals(loads, ours, empty), .. composing, .. finding]);
    }

    async Task PrepareAsync()
    {
        await using var server = await NestwerkAsync();
        using var visitor = new Visitor(server.Address);
        frontSize = System.Text.Encoding.UTF8.GetByteCount(await visitor.ReadAsync("/nl", cancel));
        await visitor.SignInAsync(Person, cancel);
        var page = await visitor.ReadAsync(Data, cancel);
        cookie = visitor.Cookie;
        await File.WriteAllTextAsync(Path.Combine(work, "frame.html"), FrameOf(page), cancel);
        await File.WriteAllTextAsync(Path.Combine(work, "front.size"), $"{frontSize}", cancel);
    }

    static string FrameOf(string page)
    {
        const string Opens = "<ul role=\"list\" class=\"rule recipes\">";
        var from = page.IndexOf(Opens, StringComparison.Ordinal) + Opens.Length;
        var to = page.IndexOf("</ul>", from, StringComparison.Ordinal);
        return page[..from] + Frame.Place + page[to..];
    }

    async Task<(List<Start> Ours, List<Start> Empty)> StartsAsync(int times)
    {
        var (ours, empty) = (new List<Start>(), new List<Start>());
        for (var i = 0; i < times; i++)
        {
            Say($"Start {i + 1} of {times}");
            empty.Add(await Start.MeasureAsync(ContenderAsync("identity", "/hello"), "/accounts", null, cancel));
            ours.Add(await Start.MeasureAsync(NestwerkAsync(), Data, cookie, cancel));
        }
        return (ours, empty);
    }

    async Task ServeAllAsync()
    {
        servers["nestwerk"] = await NestwerkAsync();
        var size = await CheckAsync("nestwerk", Data, cookie);
        foreach (var name in Contenders)
        {
            servers[name] = await ContenderAsync(name, "/");
            var other = await CheckAsync(name, "/", null);
            var wanted = name == "kestrel" ? frontSize : size;
            if (Math.Abs(other - wanted) > wanted / 8)
                throw new InvalidOperationException($"{name} sends {other} bytes where {wanted} were expected.");
        }
    }

    /// <returns>The size of a page, in bytes; one that should have rows has all 25.</returns>
    async Task<int> CheckAsync(string name, string path, string? with)
    {
        using var http = new HttpClient { BaseAddress = servers[name].Address };
        if (with is not null)
            http.DefaultRequestHeaders.Add("Cookie", with);
        var page = await http.GetByteArrayAsync(path, cancel);
        var rows = System.Text.Encoding.UTF8.GetString(page).Split("<div class=\"bar\">").Length - 1;
        if (name != "kestrel" && rows != Book.PageSize)
            throw new InvalidOperationException($"{name} shows {rows} rows instead of {Book.PageSize}.");
        return page.Length;
    }

    async Task LoadAsync(Load[] loads)
    {
        var (turns, rounds, seconds) = isShort ? (3, 3, 2) : (8, 5, 3);
        foreach (var load in loads)
        {
            Say($"Warming up: {load.Name}");
            await load.WarmAsync(2, turns, cancel);
        }
        for (var round = 1; round <= rounds; round++)
            foreach (var load in loads)
            {
                await load.SliceAsync(seconds, cancel);
                Say($"Round {round}: {load.Name}, {load.Slices[^1].PerSecond:0} a second, {load.Slices[^1].Cpu:0} µs each");
            }
    }

    List<Goal> Goals(Load[] loads, List<Start> ours, List<Start> empty) =>
        [
            Goal.Faster("G1", "front page / Kestrel floor", 0.90, loads[1], loads[0]),
            Goal.Faster("G2a", "25 rows, signed in / ADO.NET + StringBuilder", 0.70, loads[3], loads[2]),
            Goal.Faster("G2b", "the same / plain Razor Page + EF", 1.5, loads[3], loads[4]),
            Goal.Faster("G2c", "the same / Blazor static", 2, loads[3], loads[5]),
            Goal.Sooner(
                "G10",
                "start / empty Identity app",
                1.5,
                [.. ours.Select(s => s.FirstAnswer)],
                [.. empty.Select(s => s.FirstAnswer)]
            ),
            Goal.AtMost("G10", "first page with data", 80, [.. ours.Select(s => s.FirstData)], "ms"),
            Goal.Sooner(
                "G10",
                "the same / empty Identity app (no goal)",
                double.PositiveInfinity,
                [.. ours.Select(s => s.FirstData)],
                [.. empty.Select(s => s.FirstData)]
            ),
            Goal.AtMost("G10", "memory at rest", 150, [.. ours.Select(s => s.Resident)], "MiB"),
            Goal.AtMost("G10", "memory after the load", 190, [servers["nestwerk"].Resident()], "MiB"),
        ];

    Task<Server> NestwerkAsync()
    {
        string[] command =
        [
            Path.Combine(nestwerk, "Nestwerk"),
            "demo",
            "--data",
            Path.Combine(work, "data"),
            "--urls",
            $"http://127.0.0.1:{Port}",
        ];
        return Server.StartAsync(Port, Path.Combine(work, "nestwerk.log"), "/nl", command, cancel);
    }

    Task<Server> ContenderAsync(string name, string path)
    {
        var port = Port + 1 + Array.IndexOf(Contenders, name) + (name == "identity" ? 8 : 0);
        string[] command = [Environment.ProcessPath!, "serve", name, $"{port}", work];
        return Server.StartAsync(port, Path.Combine(work, name + ".log"), path, command, cancel);
    }

    static void Say(string what) => Console.WriteLine($"· {what}");

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers.Values)
            await server.DisposeAsync();
    }
}
