using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Sending;

/// <summary>What somebody who got a message finds behind its link.</summary>
public sealed record Reached(FamilyMessage Message, ContactChannel Channel)
{
    public bool IsStopped => Channel.StoppedAt is not null;

    /// <summary>Whether she was asked and has not answered yet.</summary>
    public bool Asks => Message.Template == MessageTemplate.ConfirmNumber && !IsStopped && !IsConfirmed;

    public bool IsConfirmed => Channel.ConfirmedHow == Confirmation.Code && Channel.ConfirmedAt >= Message.MadeAt;
}

/// <summary>
/// The link in a message: whoever has it can say that the number is not theirs, or, where that was asked, that it is. It opens nothing,
/// and dies with what the message means.
/// </summary>
public sealed class MessageLinks(NestwerkDb db, FamilyScope families, QuietFamilies quiet, AuditTrail audit, HouseClock clock)
{
    const int Length = 22;

    /// <returns>Null when there is no such link, or not any more.</returns>
    public async Task<Reached?> FindAsync(string token, CancellationToken cancel)
    {
        if (token.Length != Length)
            return null;
        var hash = FamilyMessage.HashOf(token);
        var message = await db.Set<FamilyMessage>().AsNoTracking().FirstOrDefaultAsync(row => row.TokenHash == hash, cancel);
        if (message is null || message.LinkUntil <= clock.Utc)
            return null;
        var channel = await families
            .For<ContactChannel>(Job.Send)
            .SingleOrDefaultAsync(row => row.FamilyId == message.FamilyId && row.Id == message.ChannelId, cancel);
        return channel is null ? null : new(message, channel);
    }

    /// <summary>Nothing goes there any more, from this moment. Whoever stands beside her hears of it.</summary>
    public async Task StopAsync(Reached reached, CancellationToken cancel)
    {
        var (message, channel) = reached;
        if (reached.IsStopped)
            return;
        channel.Stop(clock.Utc);
        audit.WroteOf(channel.FamilyId, "channel.stopped", channel.Id, DataClasses.Contact);
        if (!await quiet.IsQuietAsync(channel.FamilyId, cancel))
            db.Add(CallTask.New(channel, CallReason.Stopped, message.Template, message.At, clock.Utc));
    }

    public void Confirm(Reached reached)
    {
        if (!reached.Asks)
            return;
        reached.Channel.Confirm(Confirmation.Code, null, clock.Utc);
        audit.WroteOf(reached.Channel.FamilyId, "channel.confirmed", reached.Channel.Id, DataClasses.Contact);
    }
}
