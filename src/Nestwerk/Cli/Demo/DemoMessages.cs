using Nestwerk.Access;
using Nestwerk.Families;
using Nestwerk.Families.Sending;
using Nestwerk.Shared;

namespace Nestwerk.Cli.Demo;

/// <summary>What was written to a few of the invented parents: some left, some wait for their hour, some could not and became a call.</summary>
static class DemoMessages
{
    enum Fate
    {
        Sent,
        Waiting,
        Undeliverable,
    }

    /// <summary>Family, how many days ago it was written, in how many days the meeting is that it is about (null: about none), and what became of it.</summary>
    static readonly (string Family, int Ago, int? In, Fate Fate)[] All =
    [
        ("mirte", 2, 1, Fate.Sent),
        ("kaat", 4, null, Fate.Sent),
        ("silke", 1, 3, Fate.Sent),
        ("elif", 3, null, Fate.Sent),
        ("maud", 2, 2, Fate.Sent),
        ("tinne", 0, 4, Fate.Waiting),
        ("sarah", 0, 5, Fate.Waiting),
        ("manon", 0, 4, Fate.Waiting),
        ("precious", 2, 3, Fate.Undeliverable),
        ("robbe", 1, 6, Fate.Undeliverable),
        ("diane", 1, 2, Fate.Undeliverable),
    ];

    public static IEnumerable<object> Of(DemoFamily family, IEnumerable<ContactChannel> channels, FamilySeal seal, HouseClock clock)
    {
        var first = DemoIds.For($"channel {family.MemberId(0)} 0");
        foreach (var (_, ago, days, fate) in All.Where(each => each.Family == family.Word))
        {
            var (channel, at) = (channels.Single(each => each.Id == first), clock.Utc.AddDays(-ago).AddHours(-1));
            var message = days is { } ahead ? Message.DateComing(clock.Day(ahead)) : Message.ConfirmNumber();
            var row = FamilyMessage.New(channel, message, MessageTexts.Known(family.Members[0].Language, "nl"), seal, at);
            if (fate == Fate.Sent)
                row.Sent(at.AddMinutes(1));
            else if (fate == Fate.Waiting)
                row.Wait(clock.Utc.AddDays(2));
            else
            {
                row.GiveUp("timeout", at.AddHours(4));
                yield return Call(family, channel, row, at.AddHours(4));
            }
            yield return row;
        }
    }

    static CallTask Call(DemoFamily family, ContactChannel channel, FamilyMessage row, DateTime at) =>
        new()
        {
            FamilyId = family.Id,
            Id = DemoIds.For($"call {family.Word}"),
            SubjectId = channel.SubjectId,
            ChannelId = channel.Id,
            Reason = CallReason.Failed,
            Template = row.Template,
            At = row.At,
            MadeAt = at,
        };
}
