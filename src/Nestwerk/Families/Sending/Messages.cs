using Microsoft.EntityFrameworkCore;
using Nestwerk.Access;
using Nestwerk.Data;
using Nestwerk.Shared;

namespace Nestwerk.Families.Sending;

/// <summary>
/// Writes to a parent: what the rules allow waits for its turn, what they refuse becomes a call or nothing.
/// Call it in the transaction of the change it tells about; nothing leaves before that is kept.
/// </summary>
public sealed class Messages(
    NestwerkDb db,
    FamilyScope families,
    FamilyKeys keys,
    ContactFacts facts,
    HouseClock clock,
    NestwerkOptions options
)
{
    /// <returns>What becomes of it. What waits is looked at again when its turn comes.</returns>
    public async Task<Verdict> SendAsync(ContactChannel channel, Message message, CancellationToken cancel)
    {
        var now = clock.Utc;
        var her = await facts.OfAsync(channel, message.Template, message.Until(now), null, cancel);
        var ruling = ContactRules.Decide(message.Template, her);
        if (ruling.Verdict is Verdict.Send or Verdict.Wait)
        {
            var row = FamilyMessage.New(
                channel,
                message,
                await LanguageAsync(channel, cancel),
                await keys.OfAsync(channel.FamilyId, cancel),
                now
            );
            row.NextTryAt = now + ruling.For;
            db.Add(row);
        }
        else if (ruling.Why is { } why)
            db.Add(CallTask.New(channel, why, message.Template, message.At, now));
        return ruling.Verdict;
    }

    async Task<string> LanguageAsync(ContactChannel channel, CancellationToken cancel)
    {
        var member =
            db.Set<FamilyMember>().Local.FirstOrDefault(each => each.Id == channel.SubjectId)
            ?? await families
                .For<FamilyMember>(Job.Send)
                .FirstOrDefaultAsync(each => each.FamilyId == channel.FamilyId && each.Id == channel.SubjectId, cancel);
        return MessageTexts.Known(member?.Language, options.Language);
    }
}
