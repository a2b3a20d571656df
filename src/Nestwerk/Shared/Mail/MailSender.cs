using System.Data.Common;
using System.Net;
using System.Net.Mail;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Nestwerk.Data;

namespace Nestwerk.Shared.Mail;

/// <summary>Sends what lies in the outbox, one message after another. What fails is tried again later.</summary>
[ByItself(Touches.NoFamily)]
public sealed partial class MailSender(
    IServiceScopeFactory scopes,
    NestwerkOptions options,
    SealedBox box,
    WriteGate gate,
    TimeProvider time,
    ILogger<MailSender> log
) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!options.Mail.IsSet)
                continue;
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception error) when (error is DbUpdateException or DbException or TimeoutException)
            {
                Stopped(log, error.GetType().Name);
            }
        }
    }

    /// <returns>How many messages left.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.Set<OutboxMail>()
            .Where(mail => mail.SentAt == null && mail.GivenUpAt == null && mail.NextTryAt <= now)
            .OrderBy(mail => mail.NextTryAt)
            .Take(20)
            .ToListAsync(cancel);
        foreach (var mail in due)
        {
            await TrySendAsync(mail, cancel);
            using var turn = await gate.EnterAsync(cancel);
            await db.SaveChangesAsync(cancel);
        }
        if (due.Count > 0)
            await SweepAsync(db, now - KeptFor, cancel);
        return due.Count(mail => mail.SentAt is not null);
    }

    async Task TrySendAsync(OutboxMail mail, CancellationToken cancel)
    {
        try
        {
            var letter = JsonSerializer.Deserialize<Letter>(box.Open(mail.Content, Outbox.BoundTo(mail.Id)))!;
            await SendAsync(mail.Id, letter, cancel);
            mail.Sent(time.GetUtcNow().UtcDateTime);
        }
        catch (Exception error) when (error is SmtpException or IOException or TimeoutException)
        {
            mail.Failed(Trouble(error), time.GetUtcNow().UtcDateTime);
            Failed(log, mail.Kind, mail.Tries, mail.Trouble);
        }
    }

    async Task SendAsync(Guid id, Letter letter, CancellationToken cancel)
    {
        var mail = options.Mail;
        using var client = new SmtpClient(mail.Host, mail.Port) { EnableSsl = mail.Encrypted };
        if (!string.IsNullOrWhiteSpace(mail.User))
            client.Credentials = new NetworkCredential(mail.User, mail.Password);
        using var message = new MailMessage(new MailAddress(mail.From!, options.Name), new MailAddress(letter.To))
        {
            Subject = letter.Subject,
            Body = letter.Body,
            BodyEncoding = System.Text.Encoding.UTF8,
            SubjectEncoding = System.Text.Encoding.UTF8,
        };
        message.Headers["Message-ID"] = $"<{id:N}@{options.PublicUrl.Host}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        await client.SendMailAsync(message, cancel).WaitAsync(Patience, time, cancel);
    }

    /// <summary>What the server said by its number, or what kind of trouble it was: never its own words, which may name an address.</summary>
    static string Trouble(Exception error) =>
        error switch
        {
            SmtpException { StatusCode: not SmtpStatusCode.GeneralFailure } smtp => $"{(int)smtp.StatusCode} {smtp.StatusCode}",
            { InnerException: { } inner } => inner.GetType().Name,
            _ => error.GetType().Name,
        };

    async Task SweepAsync(NestwerkDb db, DateTime before, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        await db.Set<OutboxMail>().Where(mail => mail.SentAt < before || mail.GivenUpAt < before).ExecuteDeleteAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message of kind {Kind} could not be sent (try {Try}): {Trouble}")]
    private static partial void Failed(ILogger logger, string kind, int @try, string? trouble);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be read and waits: {Error}")]
    private static partial void Stopped(ILogger logger, string error);
}
