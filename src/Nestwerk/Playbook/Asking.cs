using System.Globalization;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;
using Nestwerk.Shared.Mail;

namespace Nestwerk.Playbook;

/// <summary>Brings a question to the contact of a book. The mail only says that there is one: what was asked never leaves the house.</summary>
public sealed class Asking(
    NestwerkDb db,
    SealedBox box,
    Colleagues colleagues,
    Outbox outbox,
    NestwerkOptions options,
    HouseClock clock,
    AuditTrail audit
)
{
    public async Task AskAsync(OpenBook book, Guid? recipe, Asked asked, CancellationToken cancel)
    {
        var question = Question.Ask(Ids.New(), book.Id, recipe, asked, box, clock.Utc);
        db.Add(question);
        audit.Wrote("question.asked", question.Id);
        if (outbox.IsOpen && await colleagues.MailboxAsync(book.Contact!.Id, cancel) is { } to)
            outbox.Add("question", Notice(to, book.Title));
    }

    Letter Notice(Mailbox to, Words book)
    {
        var address = new Uri(options.PublicUrl, Links.Questions).AbsoluteUri;
        return new(to.Address, Say("ask.mailSubject", options.Name), Say("ask.mail", to.Name, book.In(to.Language), address, options.Name));

        string Say(string key, params object[] values) =>
            string.Format(CultureInfo.InvariantCulture, Texts.Everything[key].In(to.Language), values);
    }
}
