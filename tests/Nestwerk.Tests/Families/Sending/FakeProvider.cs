using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Nestwerk.Tests.Families.Sending;

/// <summary>What goes wrong at the provider.</summary>
enum Fault
{
    None,

    /// <summary>The line goes dead before it has taken the message.</summary>
    CutBefore,

    /// <summary>It takes the message, and the line goes dead before it says so.</summary>
    CutAfter,

    /// <summary>It takes the message, and says that something went wrong.</summary>
    ErrorAfter,
    ErrorBefore,
    Busy,
    TooMany,

    /// <summary>It takes the message and answers when nobody waits any more.</summary>
    Slow,
    Refused,
}

/// <summary>A provider of text messages that keeps the contract of docs/sms.md, has bad days, and remembers everything.</summary>
sealed class FakeProvider : IAsyncDisposable
{
    const string Secret = "koekoek-een-twee-drie";
    readonly WebApplication app;

    /// <summary>References of messages that went out to a telephone, once for each time.</summary>
    readonly ConcurrentQueue<string> delivered = new();
    readonly ConcurrentDictionary<string, bool> taken = new();

    FakeProvider(WebApplication app) => this.app = app;

    /// <summary>Whether the same reference is delivered once only.</summary>
    public bool Honours { get; init; } = true;

    /// <summary>What happens with the next message.</summary>
    public Func<string, Fault> Next { get; set; } = _ => Fault.None;
    public string Text { get; private set; } = "";
    public string To { get; private set; } = "";

    /// <summary>How often the outcome of a message was left unsaid.</summary>
    public ConcurrentDictionary<string, int> Unsaid { get; } = new();

    public static async Task<FakeProvider> OpenAsync(bool honours = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        var provider = new FakeProvider(web) { Honours = honours };
        web.MapPost("/sms", provider.TakeAsync);
        web.MapGet("/sms/{reference}", (string reference) => provider.taken.ContainsKey(reference) ? Results.Ok() : Results.NotFound());
        await web.StartAsync();
        return provider;
    }

    public string[] Settings(bool canBeAsked = false) =>
        [
            $"--Nestwerk:Messages:Sms:Url={app.Urls.First()}/sms",
            $"--Nestwerk:Messages:Sms:Secret={Secret}",
            $"--Nestwerk:Messages:Sms:CanBeAsked={canBeAsked}",
            "--Nestwerk:Messages:Sms:Patience=00:00:01",
        ];

    public int DeliveriesOf(Guid message) => delivered.Count(reference => reference == $"{message:N}");

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    async Task TakeAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization != $"Bearer {Secret}")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var body = (await context.Request.ReadFromJsonAsync<JsonElement>())!;
        var reference = body.GetProperty("reference").GetString()!;
        Assert.Equal(reference, context.Request.Headers["Idempotency-Key"].ToString());
        (To, Text) = (body.GetProperty("to").GetString()!, body.GetProperty("text").GetString()!);
        var fault = Next(reference);
        if (fault is Fault.None or Fault.CutAfter or Fault.ErrorAfter or Fault.Slow)
            Deliver(reference);
        if (fault is Fault.CutAfter or Fault.ErrorAfter or Fault.Slow or Fault.CutBefore or Fault.ErrorBefore)
            Unsaid.AddOrUpdate(reference, 1, (_, times) => times + 1);
        await AnswerAsync(context, fault);
    }

    void Deliver(string reference)
    {
        if (taken.TryAdd(reference, true) || !Honours)
            delivered.Enqueue(reference);
    }

    static async Task AnswerAsync(HttpContext context, Fault fault)
    {
        if (fault is Fault.CutAfter or Fault.CutBefore)
            context.Abort();
        else if (fault == Fault.Slow)
            await Task.Delay(TimeSpan.FromSeconds(2));
        context.Response.StatusCode = fault switch
        {
            Fault.ErrorAfter or Fault.ErrorBefore => 500,
            Fault.Busy => 503,
            Fault.TooMany => 429,
            Fault.Refused => 422,
            _ => 202,
        };
    }
}
