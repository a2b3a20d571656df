using System.Net;
using System.Net.Mail;
using System.Net.Sockets;

namespace Nestwerk.Shared.Sending;

/// <summary>Mail through the server that is set up. A mail server looks at no reference of ours, so it cannot tell what it took.</summary>
public sealed class SmtpChannel(NestwerkOptions options) : IMessageChannel
{
    public bool Carries(MessageWay way) => way == MessageWay.Mail && options.Mail.IsSet;

    public async Task<Delivery> SendAsync(Parcel parcel, CancellationToken cancel)
    {
        var mail = options.Mail;
        try
        {
            using var client = new SmtpClient(mail.Host, mail.Port) { EnableSsl = mail.Encrypted };
            if (!string.IsNullOrWhiteSpace(mail.User))
                client.Credentials = new NetworkCredential(mail.User, mail.Password);
            using var message = MessageOf(parcel);
            await client.SendMailAsync(message, cancel).WaitAsync(cancel);
            return new(Answer.Taken);
        }
        catch (Exception error) when (error is SmtpException or IOException or OperationCanceledException)
        {
            return Said(error);
        }
    }

    public Task<bool?> WasTakenAsync(Parcel parcel, CancellationToken cancel) => Task.FromResult<bool?>(null);

    static MailMessage MessageOf(Parcel parcel)
    {
        var from = parcel.FromName.Length == 0 ? new MailAddress(parcel.From) : new MailAddress(parcel.From, parcel.FromName);
        var message = new MailMessage(from, new MailAddress(parcel.To))
        {
            Subject = parcel.Subject,
            Body = parcel.Text,
            BodyEncoding = System.Text.Encoding.UTF8,
            SubjectEncoding = System.Text.Encoding.UTF8,
        };
        message.Headers["Message-ID"] = $"<{parcel.Reference:N}@{parcel.Host}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        return message;
    }

    /// <summary>A number is an answer. No connection means that nothing left; a connection that broke says nothing.</summary>
    static Delivery Said(Exception error) =>
        error switch
        {
            SmtpException { StatusCode: not SmtpStatusCode.GeneralFailure } smtp => new(
                IsNoSuchBox(smtp.StatusCode) ? Answer.Never : Answer.NotNow,
                $"{(int)smtp.StatusCode} {smtp.StatusCode}"
            ),
            { InnerException: SocketException inner } => new(Answer.NotNow, inner.GetType().Name),
            { InnerException: { } inner } => new(Answer.Unknown, inner.GetType().Name),
            _ => new(Answer.Unknown, error.GetType().Name),
        };

    static bool IsNoSuchBox(SmtpStatusCode code) =>
        code is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.MailboxNameNotAllowed;
}
