using Nestwerk.Access;
using Nestwerk.Families.Tongues;
using Nestwerk.Shared;
using Nestwerk.Shared.Mail;

namespace Nestwerk.Families.Entering;

/// <summary>Carries a code to a phone or a mailbox. The message says nothing but the code.</summary>
public interface ICodePost
{
    Task SendAsync(ContactChannel channel, FamilySeal seal, string code, string language, CancellationToken cancel);
}

/// <summary>Lays the code in the outbox.</summary>
sealed class CodePost(Outbox outbox, TongueShelf shelf, NestwerkOptions house) : ICodePost
{
    public async Task SendAsync(ContactChannel channel, FamilySeal seal, string code, string language, CancellationToken cancel)
    {
        var book = await shelf.BookAsync(cancel);
        var text = book.Text("my.code.message", language, house.Language).Replace("{0}", code, StringComparison.Ordinal);
        if (channel.Kind == ChannelKind.Mail)
            outbox.Add("my.code", new(channel.ValueIn(seal), house.Name, text));
    }
}
