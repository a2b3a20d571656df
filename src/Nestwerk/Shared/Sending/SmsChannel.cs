using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Nestwerk.Shared.Sending;

/// <summary>Text messages through a provider, by the contract of <c>docs/sms.md</c>. What the provider says in words is never read.</summary>
public sealed class SmsChannel(NestwerkOptions options) : IMessageChannel, IDisposable
{
    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    SmsOptions Sms => options.Messages.Sms;

    public bool Carries(MessageWay way) => way == MessageWay.Sms && Sms.Url is not null;

    public async Task<Delivery> SendAsync(Parcel parcel, CancellationToken cancel)
    {
        using var ask = Ask(HttpMethod.Post, Sms.Url!);
        ask.Headers.Add("Idempotency-Key", $"{parcel.Reference:N}");
        ask.Content = JsonContent.Create(new Body($"{parcel.Reference:N}", "+" + parcel.To, parcel.Text, Sms.Sender));
        try
        {
            using var answer = await WithPatienceAsync(ask, cancel);
            return Said(answer.StatusCode);
        }
        catch (HttpRequestException error)
            when (error.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            return new(Answer.NotNow, $"{error.HttpRequestError}");
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            return new(Answer.Unknown, error.GetType().Name);
        }
    }

    public async Task<bool?> WasTakenAsync(Parcel parcel, CancellationToken cancel)
    {
        if (!Sms.CanBeAsked)
            return null;
        try
        {
            using var ask = Ask(HttpMethod.Get, new($"{Sms.Url!.AbsoluteUri.TrimEnd('/')}/{parcel.Reference:N}"));
            using var answer = await WithPatienceAsync(ask, cancel);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => true,
                HttpStatusCode.NotFound => false,
                _ => null,
            };
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    public void Dispose() => http.Dispose();

    HttpRequestMessage Ask(HttpMethod method, Uri url) =>
        new(method, url) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Sms.Secret) } };

    async Task<HttpResponseMessage> WithPatienceAsync(HttpRequestMessage ask, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Sms.Patience);
        return await http.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead, patience.Token);
    }

    /// <summary>Refusals are certain; an error in the middle of the provider's work is not.</summary>
    static Delivery Said(HttpStatusCode status) =>
        (int)status switch
        {
            >= 200 and < 300 or 409 => new(Answer.Taken),
            400 or 404 or 410 or 422 => new(Answer.Never, $"{(int)status}"),
            401 or 403 or 429 or 503 => new(Answer.NotNow, $"{(int)status}"),
            >= 500 => new(Answer.Unknown, $"{(int)status}"),
            _ => new(Answer.NotNow, $"{(int)status}"),
        };

    sealed record Body(string Reference, string To, string Text, string? Sender);
}
