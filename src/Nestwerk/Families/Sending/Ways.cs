using Nestwerk.Access;
using Nestwerk.Shared;
using Nestwerk.Shared.Sending;

namespace Nestwerk.Families.Sending;

/// <summary>Makes a parcel of a message and says which way it goes: the folder when there is one, else as the channel asks.</summary>
sealed class Ways(FolderChannel folder, SmsChannel sms, SmtpChannel smtp, HouseClock clock, NestwerkOptions options)
{
    /// <returns>Null when this instance has no such way, or the number is no number.</returns>
    public Step.Go? For(ContactChannel channel, FamilyMessage row, FamilySeal seal)
    {
        var way = channel.Kind == ChannelKind.Mail ? MessageWay.Mail : MessageWay.Sms;
        var value = channel.ValueIn(seal);
        if ((way == MessageWay.Mail ? Lookups.Address(value) : Lookups.Number(value)) is not { } to || ChannelFor(way) is not { } by)
            return null;
        return new(
            by,
            new(row.Id, way, to, MessageTexts.Subject(row.Language), TextOf(row, seal))
            {
                From = options.Messages.MailFrom ?? "",
                Host = Base.Host,
            }
        );
    }

    Uri Base => options.Messages.Url ?? options.PublicUrl;

    IMessageChannel? ChannelFor(MessageWay way) =>
        folder.Carries(way) ? folder
        : sms.Carries(way) ? sms
        : smtp.Carries(way) && !string.IsNullOrWhiteSpace(options.Messages.MailFrom) ? smtp
        : null;

    string TextOf(FamilyMessage row, FamilySeal seal) =>
        MessageTexts.Text(
            row.Template,
            row.Language,
            row.At is { } at ? clock.Local(at) : null,
            row.CodeIn(seal),
            Base.GetLeftPart(UriPartial.Authority) + Links.StopMessages(row.TokenIn(seal)!)
        );
}
