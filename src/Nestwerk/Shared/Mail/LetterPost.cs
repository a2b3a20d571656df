using System.Text.Json;
using Nestwerk.Shared.Sending;

namespace Nestwerk.Shared.Mail;

/// <summary>Opens a letter when its turn has come.</summary>
[ByItself(Touches.NoFamily)]
sealed class LetterPost(SmtpChannel smtp, SealedBox box, NestwerkOptions options) : IPost<OutboxMail>
{
    public bool IsOpen => options.Mail.IsSet;

    public Task<Step> PrepareAsync(OutboxMail row, CancellationToken cancel)
    {
        var letter = JsonSerializer.Deserialize<Letter>(box.Open(row.Content, Outbox.BoundTo(row.Id)))!;
        var parcel = new Parcel(row.Id, MessageWay.Mail, letter.To, letter.Subject, letter.Body)
        {
            From = options.Mail.From!,
            FromName = options.Name,
            Host = options.PublicUrl.Host,
        };
        return Task.FromResult<Step>(new Step.Go(smtp, parcel));
    }

    public Task GaveUpAsync(OutboxMail row, CancellationToken cancel) => Task.CompletedTask;
}
